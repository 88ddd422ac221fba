"""Finds the source of a data set: a folder of real files, a download, or the stand-in."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stderr
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from autograder.data.cache import get_or_build
from autograder.data.layout import LAYOUTS, Layout, find_real
from autograder.errors import GraderError

Kind = Literal["real", "stand-in"]


@dataclass(frozen=True)
class Source:
    """``root`` is the folder that torchvision's loader takes as its root."""

    root: Path
    kind: Kind


def find_source(
    name: str, root: str | os.PathLike[str] | None = None, *, download: bool | None = None, fallback: bool | None = None
) -> Source:
    """Return the first of: real files below ``root``, a download (if asked for), the stand-in.

    ``autograder.data.prepare`` describes the arguments and errors.
    """
    if name not in LAYOUTS:
        raise GraderError(f"There is no data set {name!r}; choose one of {', '.join(sorted(LAYOUTS))}")
    layout = LAYOUTS[name]
    named = root if root is not None else os.environ.get("AUTOGRADER_DATA") or None
    if named is not None:
        folder = Path(named)
        if not folder.is_dir():
            raise GraderError(
                f"The data folder {folder} does not exist: set AUTOGRADER_DATA to a folder that holds "
                f"{layout.expected}, or unset it to use the stand-in"
            )
        real = find_real(layout, folder)
        if real is not None:
            return Source(real, "real")
    if _is_enabled(download, "AUTOGRADER_DATA_DOWNLOAD"):
        try:
            return Source(_download(layout), "real")
        except GraderError:
            if not _is_enabled(fallback, "AUTOGRADER_DATA_FALLBACK"):
                raise
    from autograder.data.standins import make_standin

    return Source(make_standin(layout), "stand-in")


def _is_enabled(argument: bool | None, variable: str) -> bool:
    if argument is not None:
        return argument
    return os.environ.get(variable, "").strip().lower() in ("1", "true", "yes", "on")


def _download(layout: Layout) -> Path:
    if not layout.loader:
        raise GraderError(
            f"{layout.name} cannot be downloaded: its site asks for an account. Fetch it by hand, put it into a folder "
            f"and set AUTOGRADER_DATA to that ({layout.expected})"
        )

    try:
        from torchvision import datasets
    except ImportError as error:
        raise GraderError(
            f"Downloading {layout.name} needs torchvision ({error}): pip install torchvision, or put the files into a "
            f"folder and set AUTOGRADER_DATA to it ({layout.expected})"
        ) from None

    def build(folder: Path) -> None:
        try:
            with redirect_stderr(io.StringIO()):  # progress bars, because nbgrader treats any stderr as an error
                for split in ("train", "test"):
                    if layout.name == "svhn":
                        datasets.SVHN(folder, split=split, download=True)
                    else:
                        getattr(datasets, layout.loader)(folder, train=split == "train", download=True)
        except Exception as error:
            raise GraderError(
                f"Downloading {layout.name} failed ({type(error).__name__}: {error}). Try again, put the files into a "
                f"folder and set AUTOGRADER_DATA to it ({layout.expected}), or allow the stand-in with "
                "AUTOGRADER_DATA_FALLBACK=1"
            ) from error

    return get_or_build(f"real/{layout.name}", build)
