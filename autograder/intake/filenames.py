"""Clean file names: which names can be stored on any system, and which files machines leave behind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

MAX_NAME_BYTES = 200
MAX_PATH_BYTES = 400
JUNK_FOLDERS = {"__MACOSX", "__pycache__", ".ipynb_checkpoints", ".git", ".idea", ".vscode", ".Trashes"} | {
    *(".pytest_cache", ".mypy_cache", ".ruff_cache", ".virtual_documents", ".Spotlight-V100", ".fseventsd")
}
JUNK_FILES = {".DS_Store", "Thumbs.db", "desktop.ini", ".gitignore", ".gitattributes", ".gitkeep", "Icon\r"}
JUNK_PREFIXES = ("._", "~$", ".~lock.")
"""What macOS, Word and LibreOffice put before the name of a file that they keep beside another one."""
LIBRARY_FOLDERS = {"site-packages", "dist-packages", "node_modules", "venv", ".venv", "virtualenv", "conda-meta"}
"""Folders of installed packages: nothing in them is the student's own."""
BROWSER_ENDINGS = (".txt", ".json", ".download")
"""What browsers append to the name of a notebook that they do not know."""
RESERVED = {"con", "prn", "aux", "nul"} | {f"{name}{digit}" for name in ("com", "lpt") for digit in range(10)}
"""Device names that Windows does not accept as file names, with any extension."""
ZIPS = (".zip",)
TARS = (".tar", ".tar.gz", ".tgz")
ARCHIVES = (*ZIPS, *TARS, ".gz", ".bz2", ".xz", ".7z", ".rar")
"""Extensions of archives of all kinds; only zips and tars can be opened."""
COMPRESSED = (".gz", ".bz2", ".xz")
"""Extensions of single files that are compressed, such as those of data sets."""


def is_archive(name: str, extensions: Iterable[str] = ARCHIVES) -> bool:
    """True if the name has one of the extensions of archives."""
    return name.lower().endswith(tuple(extensions))


def is_notebook(name: str) -> bool:
    """True if the name has the extension of Jupyter notebooks, also where a browser has appended another one."""
    return remove_browser_ending(name).lower().endswith(".ipynb")


def remove_browser_ending(name: str) -> str:
    """``hw2.ipynb.txt`` → ``hw2.ipynb``; any other name stays as it is."""
    endings = "|".join(map(re.escape, BROWSER_ENDINGS))
    return re.sub(rf"(?i)(?<=\.ipynb)({endings})+$", "", name)


def to_portable(path: str) -> str:
    """Return the path with ``/`` between folders, as Windows does not always write it, and with composed accents.

    Marks of the writing direction and spaces without width, which come with copied text, are removed.
    """
    return re.sub("[\u200b\u200e\u200f\u2060\ufeff]", "", unicodedata.normalize("NFC", path.replace("\\", "/")))


def is_library(path: str) -> bool:
    """True for files of installed packages (a virtual environment, ``node_modules``)."""
    folders = path.split("/")[:-1]
    return any(part in LIBRARY_FOLDERS or part.endswith((".dist-info", ".egg-info")) for part in folders)


def is_junk(name: str) -> bool:
    """True for files that operating systems, editors and git leave in archives; nobody meant to hand them in."""
    parts = PurePosixPath(name).parts
    return any(part in JUNK_FOLDERS for part in parts) or (
        bool(parts) and (parts[-1] in JUNK_FILES or parts[-1].startswith(JUNK_PREFIXES))
    )


def get_stem(name: str) -> str:
    """Return the name without its extension, also where that is ``.tar.gz``."""
    double = ".tar.gz"
    return name[: -len(double)] if name.lower().endswith(double) else PurePosixPath(name).stem


def quote_name(name: str) -> str:
    """Return the name in quotes for a message: on one line, printable, and not long."""
    printable = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in name)
    return f'"{printable if len(printable) <= 90 else printable[:87] + "…"}"'


def explain_unclean(path: str) -> str:
    """Say why a member's path (folders separated by ``/``) cannot be used; return "" when it can."""
    if not path:
        return "it has no name"
    if any(unicodedata.category(char) == "Cs" for char in path):
        return "its name is not UTF-8"
    if any(unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") for char in path):
        return "its name contains control characters"
    if path.startswith("/") or re.match(r"[A-Za-z]:", path):
        return "its name is an absolute path"
    if len(path.encode()) > MAX_PATH_BYTES:
        return f"its path is longer than {MAX_PATH_BYTES} bytes"
    for part in path.split("/"):
        if part in ("", ".", ".."):
            return f"its path contains {part!r}"
        if len(part.encode()) > MAX_NAME_BYTES:
            return f"its name is longer than {MAX_NAME_BYTES} bytes"
        if part.split(".")[0].strip().lower() in RESERVED:
            return "its name is reserved on Windows"
        if re.search(r'[<>:"|?*]', part) or part[-1] in " .":
            return "its name cannot be used on Windows"
    return ""


def collision_key(name: str) -> str:
    """Return a key that is equal for names which some file systems take for the same file.

    Those file systems ignore capitals, or the way in which accents are composed.
    """
    return unicodedata.normalize("NFC", name).casefold()
