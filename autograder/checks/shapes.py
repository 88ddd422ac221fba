"""Shapes of answers. The expected one is told: sizes of hidden inputs give no answer away, and it is what helps."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.outcome import fail

Shape = Sequence[int | None]
"""One length per axis; None stands for any length."""


def require_shape(found: tuple[int, ...], expected: Shape | list[Shape], what: str) -> None:
    """Fail unless ``found`` is ``expected``, or one of the shapes of a *list* of shapes."""
    allowed = expected if isinstance(expected, list) else [expected]
    if any(_fits(found, shape) for shape in allowed):
        return
    complaints = [_complaint(found, tuple(shape)) for shape in allowed]
    nearest = complaints[min(range(len(allowed)), key=lambda index: _distance(found, allowed[index]))]
    about, diagnosis = next((pair for pair in complaints if pair[1]), nearest)
    wanted = " or ".join(_written(shape) for shape in allowed)
    fail(f"{what} has shape {found}, expected {wanted}: {about}.", diagnosis)


def _distance(found: tuple[int, ...], shape: Shape) -> int:
    """In how many axes the shapes differ."""
    return sum(n is not None and m != n for m, n in zip(found, shape, strict=False)) + abs(len(found) - len(shape))


def _written(shape: Shape) -> str:
    lengths = ["any" if length is None else str(length) for length in shape]
    return f"({', '.join(lengths)}{',' if len(lengths) == 1 else ''})"


def _fits(found: Sequence[int], shape: Shape) -> bool:
    return len(found) == len(shape) and all(n is None or n == m for m, n in zip(found, shape, strict=True))


def _complaint(found: tuple[int, ...], shape: tuple[int | None, ...]) -> tuple[str, str]:
    """What is wrong with ``found``, and the short name of the mistake if it has one."""
    if not shape:
        return "a single number is expected", ""
    if not found:
        return f"it is a single number, an array with {_axes(len(shape))} is expected", ""
    if len(found) == len(shape):
        return _wrong_lengths(found, shape)
    ones = [axis for axis, length in enumerate(found) if length == 1]
    if len(found) > len(shape) and _fits([length for length in found if length != 1], shape):
        return f"it has an axis of length 1 too many (axis {ones[0]})", "axis of length 1 too many"
    if len(found) < len(shape) and _fits(found, [n for n in shape if n != 1]):
        return f"an axis of length 1 is missing ({_axes(len(shape))} are expected)", "axis of length 1 missing"
    if None not in shape and len(found) == 1 and found[0] == _product(shape):
        return f"it is flattened, an array with {_axes(len(shape))} is expected", "flattened"
    return f"it has {_axes(len(found))} where {_axes(len(shape))} {'is' if len(shape) == 1 else 'are'} expected", ""


def _wrong_lengths(found: tuple[int, ...], shape: tuple[int | None, ...]) -> tuple[str, str]:
    if len(shape) == 2 and _fits(found[::-1], shape):
        return "it is transposed (rows and columns swapped)", "transposed"
    if None not in shape and sorted(found) == sorted(n for n in shape if n is not None):
        return "its axes are in the wrong order", "axes in the wrong order"
    wrong = [str(axis) for axis, (m, n) in enumerate(zip(found, shape, strict=True)) if n is not None and m != n]
    return f"the length of axis {' and '.join(wrong)} is wrong", ""


def _axes(count: int) -> str:
    return "1 axis" if count == 1 else f"{count} axes"


def _product(shape: Shape) -> int:
    product = 1
    for length in shape:
        product *= length or 1
    return product
