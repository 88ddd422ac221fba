"""The list that Gradescope puts beside the submissions of a class: who handed in which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from autograder.errors import GraderError
from autograder.records import Person

_EMPTY = ("", "~", "null")


def read_people(path: Path) -> dict[str, tuple[Person, ...]]:
    """Return {name of a submission's folder: its submitters}. Raises ``GraderError`` where it cannot be read."""
    try:
        import yaml
    except ImportError:  # it comes with the extra "instructor"
        raise GraderError(
            f"{path.name} cannot be read without PyYAML, so names are missing; pip install pyyaml."
        ) from None
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # text stays text: the number 007 of a student is no 7
    try:
        with path.open("rb") as file:
            data = yaml.load(file, Loader=loader)
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        raise GraderError(
            f"{path.name} cannot be read, so names and e-mail addresses are missing. Download the class again."
        ) from None
    entries = data if isinstance(data, Mapping) else {}
    return {
        str(name): tuple(_read_submitters(entry[":submitters"]))
        for name, entry in entries.items()
        if isinstance(entry, Mapping) and ":submitters" in entry
    }


def _read_submitters(submitters: Any) -> Iterator[Person]:
    for submitter in submitters if isinstance(submitters, list) else ():
        if isinstance(submitter, Mapping):
            values = [submitter.get(key, "") for key in (":name", ":sid", ":email")]
            yield Person(*("" if not isinstance(value, str) or value in _EMPTY else value for value in values))
