"""File names: which are clean, which are left behind by machines, which the sheet asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from autograder.records import SubmissionRules

LONGEST = 200
JUNK_FOLDERS = {"__MACOSX", "__pycache__", ".ipynb_checkpoints", ".git", ".idea", ".vscode", ".Trashes"}
JUNK_FILES = {".DS_Store", "Thumbs.db", "desktop.ini", ".gitignore", ".gitattributes"}
RESERVED = {"con", "prn", "aux", "nul"} | {f"{name}{digit}" for name in ("com", "lpt") for digit in range(10)}
ZIPS = (".zip",)
TARS = (".tar", ".tar.gz", ".tgz")
ARCHIVES = (*ZIPS, *TARS, ".gz", ".bz2", ".xz", ".7z", ".rar")

MOODLE = re.compile(r"(?P<who>.+?_\d+)_assignsubmission_file(_(?P<name>.*))?")
GRADESCOPE = re.compile(r"submission_\d+")


def is_archive(name: str, kinds: Iterable[str] = ARCHIVES) -> bool:
    return name.lower().endswith(tuple(kinds))


def stem(name: str) -> str:
    """The name without its ending, also where that is ``.tar.gz``."""
    double = ".tar.gz"
    return name[: -len(double)] if name.lower().endswith(double) else PurePosixPath(name).stem


def is_junk(name: str) -> bool:
    """Files that operating systems, editors and git leave in archives; nobody meant to hand them in."""
    parts = PurePosixPath(name).parts
    return any(part in JUNK_FOLDERS for part in parts) or (
        bool(parts) and (parts[-1] in JUNK_FILES or parts[-1].startswith("._"))
    )


def person(name: str) -> tuple[str, str]:
    """Whose a folder or file of a course site's export is, and the name that it was handed in under.

    Moodle: ``Ada Lovelace_4711_assignsubmission_file_hw2.ipynb`` → (``Ada Lovelace_4711``, ``hw2.ipynb``);
    Gradescope: ``submission_17``. Nobody's, ("", name), where it is neither.
    """
    moodle = MOODLE.fullmatch(name)
    if moodle:
        return moodle["who"], moodle["name"] or ""
    return (name if GRADESCOPE.fullmatch(name) else ""), name


def shown(name: str) -> str:
    """The name for a message: one line, printable, not long."""
    printable = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in name)
    return f'"{printable if len(printable) <= 90 else printable[:87] + "…"}"'


def unclean(name: str) -> str:
    """Why a member's name (with its folders, parted by ``/``) cannot be used; empty when it can."""
    if not name:
        return "it has no name"
    if any(unicodedata.category(char) == "Cs" for char in name):
        return "its name is not UTF-8"
    if any(unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") for char in name):
        return "its name holds control characters"
    if name.startswith("/") or re.match(r"[A-Za-z]:", name):
        return "its name is an absolute path"
    if "\\" in name:
        return "its name holds a backslash"
    for part in name.split("/"):
        if part in ("", ".", ".."):
            return f"its path holds {part!r}"
        if len(part.encode()) > LONGEST:
            return f"its name is longer than {LONGEST} bytes"
        if part.split(".")[0].strip().lower() in RESERVED:
            return "its name is reserved on Windows"
        if re.search(r'[<>:"|?*]', part) or part[-1] in " .":
            return "its name cannot be used on Windows"
    return ""


def collision_key(name: str) -> str:
    """Equal for names that are one file where capitals or the composition of accents do not count."""
    return unicodedata.normalize("NFC", name).casefold()


def matches(name: str, patterns: Iterable[str]) -> re.Match[str] | None:
    """The match of the whole name with the first pattern that accepts it."""
    return next((found for pattern in patterns if (found := re.fullmatch(pattern, name))), None)


def ids(found: re.Match[str] | None) -> tuple[str, ...]:
    """The students' ids in a name: the groups called ``id…``."""
    groups = found.groupdict() if found else {}
    return tuple(value for group, value in groups.items() if group.startswith("id") and value)


def accepted_types(rules: SubmissionRules) -> tuple[str, ...]:
    """The endings that the form's patterns allow: what follows the last ``\\.`` of each, as in ``.+\\.(pdf|txt)``."""
    types: dict[str, None] = {".ipynb": None}
    for pattern in rules.optional:
        ending = re.search(r"\\\.\(?(?:\?:)?([a-z0-9|]+)\)?$", pattern)
        types |= {f".{name}": None for name in (ending[1].split("|") if ending else ())}
    return tuple(types)


def wrong_name(name: str, example: str, patterns: Iterable[str]) -> str:
    """What is wrong with a name that ``patterns`` refuse, told by right ones of the same type where there are any."""
    patterns = tuple(patterns)
    like_example = stem(example) + PurePosixPath(name).suffix.lower()
    literal = [re.sub(r"\\(.)", r"\1", pattern) for pattern in patterns if not re.search(r"[(\[+*?|{]", pattern)]
    same_type = [right for right in literal if PurePosixPath(right).suffix == PurePosixPath(name).suffix.lower()]
    hints: list[str] = []
    if matches(like_example, patterns):
        same_type = [like_example]
        hints = _hints(stem(name), stem(example))
    told = f" ({'; '.join(hints)})" if hints else ""
    return f"{shown(name)} is not a name that the sheet asks for, such as {', '.join(same_type) or example}{told}"


def _hints(found: str, right: str) -> list[str]:
    """Where a name parts from one that is right; both are compared part by part."""
    hints = ["a copy's ending must go"] if re.search(r"( \(\d+\)| - Copy.*|-checkpoint)$", found) else []
    parts, expected = found.split("_"), right.split("_")
    if len(parts) != len(expected):
        hints.append(f"expected {len(expected)} parts joined by _, found {len(parts)}")
    else:
        hints += [hint for part, model in zip(parts, expected, strict=True) if (hint := _wrong_part(part, model))]
    numbers = [part for part in parts if part.isdigit()]
    repeated = sorted({number for number in numbers if numbers.count(number) > 1})
    return hints + [f"{number} stands twice, expected different ids" for number in repeated]


def _wrong_part(part: str, model: str) -> str:
    if model.isdigit():
        if not part.isdigit():
            return f"{shown(part)} stands where an id of {len(model)} digits is expected"
        return "" if len(part) == len(model) else f"{part} has {len(part)} digits, expected {len(model)}"
    return "" if part == model else f"{shown(part)} stands where {shown(model)} is expected"
