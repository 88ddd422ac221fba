"""Gradescope's folders, and the access rights that keep student code out of them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Container:
    """The folders below ``root``, which is /autograder except in tests."""

    root: Path = Path("/autograder")

    @property
    def source(self) -> Path:
        """The unpacked zip: a course root with one assignment, its hidden tests and its references."""
        return self.root / "source"

    @property
    def submission(self) -> Path:
        return self.root / "submission"

    @property
    def metadata(self) -> Path:
        """The file that says who handed in, with the results of earlier submissions."""
        return self.root / "submission_metadata.json"

    @property
    def results(self) -> Path:
        return self.root / "results"

    @property
    def data(self) -> Path:
        """The real data sets in torchvision's layout; absent when the stand-ins are used."""
        return self.root / "data"

    @property
    def cache(self) -> Path:
        return self.root / "cache"

    def set_data_folders(self) -> None:
        """Tell ``autograder.data`` the folders of the image, unless the environment names others."""
        os.environ.setdefault("AUTOGRADER_CACHE", str(self.cache))
        if self.data.is_dir():
            os.environ.setdefault("AUTOGRADER_DATA", str(self.data))

    def restrict_access(self) -> None:
        """Take the rights of other users away, so that student code sees neither tests nor earlier results."""
        self.results.mkdir(exist_ok=True)
        for folder in (self.source, self.submission, self.results):
            folder.chmod(0o700)
        if self.metadata.exists():
            self.metadata.chmod(0o600)
