"""Messages about a wrong file name: a correct one to copy, and where the two differ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from autograder.intake.filenames import get_stem, quote_name
from autograder.intake.sheet_names import match_name


def explain_wrong_name(name: str, example: str, patterns: Iterable[str]) -> str:
    """Say what is wrong with a name that no pattern accepts, and which names of the same type are correct.

    ``example`` is the sheet's example of an upload's name. Where its stem with the extension of ``name`` is accepted,
    the message says where ``name`` differs from it; else it lists the patterns that are plain names.
    """
    patterns = tuple(patterns)
    extension = PurePosixPath(name).suffix.lower()
    like_example = get_stem(example) + extension
    plain_names = [re.sub(r"\\(.)", r"\1", pattern) for pattern in patterns if not re.search(r"[(\[+*?|{]", pattern)]
    correct = [plain for plain in plain_names if PurePosixPath(plain).suffix == extension]
    hints: list[str] = []
    if match_name(like_example, patterns):
        correct = [like_example]
        hints = _compare_with_example(get_stem(name), get_stem(example))
    details = f" ({'; '.join(hints)})" if hints else ""
    return (
        f"{quote_name(name)} is not a name that the assignment sheet asks for. "
        f"Use a name like {', '.join(correct) or example}{details}."
    )


def _compare_with_example(stem: str, example: str) -> list[str]:
    """List where a name differs from a correct one; both are compared part by part."""
    hints = ["remove the ending that marks a copy"] if re.search(r"( \(\d+\)| - Copy.*|-checkpoint)$", stem) else []
    parts, expected = stem.split("_"), example.split("_")
    if len(parts) != len(expected):
        hints.append(f"it should have {len(expected)} parts joined by _, but has {len(parts)}")
    else:
        hints += [hint for part, model in zip(parts, expected, strict=True) if (hint := _compare_part(part, model))]
    numbers = [part for part in parts if part.isdigit()]
    repeated = sorted({number for number in numbers if numbers.count(number) > 1})
    return hints + [f"{number} appears twice, but the IDs should be different" for number in repeated]


def _compare_part(part: str, model: str) -> str:
    if model.isdigit():
        if not part.isdigit():
            return f"{quote_name(part)} should be an ID of {len(model)} digits"
        return "" if len(part) == len(model) else f"{part} has {len(part)} digits, but should have {len(model)}"
    return "" if part == model else f"{quote_name(part)} should be {quote_name(model)}"
