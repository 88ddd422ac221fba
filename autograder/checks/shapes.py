"""Shapes of answers. A message states the expected shape: it gives no answer away, and it is what helps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from autograder.checks.catalogue import values as catalogue
from autograder.checks.outcome import Mistake, Statement, fail
from autograder.checks.wording import plural

Shape = Sequence[int | None]
"""One length per axis; None stands for any length."""


def drop_ones(shape: Sequence[int]) -> tuple[int, ...]:
    """The shape without axes of length 1: (1, 1, 4096) and (4096, 1) are both (4096,)."""
    return tuple(length for length in shape if length != 1)


def vector_shape(found: tuple[int, ...], expected: Shape | list[Shape]) -> tuple[int, ...] | None:
    """The ``expected`` shape that a vector of shape ``found`` has but for the number of axes of length 1, or None.

    (N, 1) and (1, N) for (N,), and (N,) for (N, 1) or (1, N): the order of the numbers leaves no doubt. (1, N) is not
    taken for (N, 1), since a matrix may be transposed.
    """
    allowed = expected if isinstance(expected, list) else [expected]
    if not found or len(drop_ones(found)) > 1 or any(_fits(found, shape) for shape in allowed):
        return None
    for shape in allowed:
        as_wanted = tuple(_product(found) if n is None else n for n in shape)
        free = sum(n != 1 for n in shape)
        if shape and free <= 1 and len(shape) != len(found) and _product(as_wanted) == _product(found):
            return as_wanted
    return None


def require_shape(found: tuple[int, ...], expected: Shape | list[Shape], what: str) -> None:
    """Fail unless ``found`` is ``expected``, or one of the shapes of a *list* of shapes."""
    allowed = expected if isinstance(expected, list) else [expected]
    if any(_fits(found, shape) for shape in allowed):
        return
    complaints = [_complaint(found, tuple(shape), [tuple(shape) for shape in allowed]) for shape in allowed]
    nearest = complaints[min(range(len(allowed)), key=lambda index: _distance(found, allowed[index]))]
    fail(next((one for one in complaints if isinstance(one.entry, Mistake)), nearest), what)


def _distance(found: tuple[int, ...], shape: Shape) -> int:
    """In how many axes the shapes differ."""
    return sum(n is not None and m != n for m, n in zip(found, shape, strict=False)) + abs(len(found) - len(shape))


def _fits(found: Sequence[int], shape: Shape) -> bool:
    return len(found) == len(shape) and all(n is None or n == m for m, n in zip(found, shape, strict=True))


def _complaint(found: tuple[int, ...], shape: tuple[int | None, ...], wanted: list[Any]) -> Statement:
    """What is wrong with ``found``: a known mistake, or how the shapes differ."""
    about: dict[str, Any] = {"found": tuple(found), "expected": wanted}
    if not shape:
        return catalogue.WRONG_SHAPE(**about, about="a single number is expected")
    axes = plural(len(shape), "axis", "axes")
    if not found:
        return catalogue.WRONG_SHAPE(**about, about=f"it is a single number, and an array with {axes} is expected")
    if len(found) == len(shape):
        return _wrong_lengths(found, shape, about)
    ones = [axis for axis, length in enumerate(found) if length == 1]
    if len(found) > len(shape) and _fits(drop_ones(found), shape):
        return catalogue.AXIS_TOO_MANY(**about, axis=ones[0])
    if len(found) < len(shape) and _fits(found, [n for n in shape if n != 1]):
        return catalogue.AXIS_MISSING(**about)
    if None not in shape and len(found) == 1 and found[0] == _product(shape):
        return catalogue.FLATTENED(**about)
    has = plural(len(found), "axis", "axes")
    return catalogue.WRONG_SHAPE(
        **about, about=f"it has {has} where {axes} {'is' if len(shape) == 1 else 'are'} expected"
    )


def _wrong_lengths(found: tuple[int, ...], shape: tuple[int | None, ...], about: dict[str, Any]) -> Statement:
    if len(shape) == 2 and _fits(found[::-1], shape):
        return catalogue.TRANSPOSED_SHAPE(**about)
    if None not in shape and sorted(found) == sorted(n for n in shape if n is not None):
        return catalogue.AXES_ORDER_SHAPE(**about)
    wrong = [str(axis) for axis, (m, n) in enumerate(zip(found, shape, strict=True)) if n is not None and m != n]
    return catalogue.WRONG_SHAPE(**about, about=f"the length of axis {' and '.join(wrong)} is wrong")


def _product(shape: Shape) -> int:
    product = 1
    for length in shape:
        product *= length or 1
    return product
