"""Is a number or an array right, up to rounding? And if not, how far off, and which mistake is it?"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.checks.catalogue import arrays
from autograder.checks.diagnosis import Candidates, explain, relative_error
from autograder.checks.outcome import Statement, fail
from autograder.checks.shapes import require_shape, vector_shape
from autograder.checks.values import array, as_array, number
from autograder.errors import AuthorError


@np.errstate(over="ignore")  # an overflowing difference is infinite, so it is wrong
def close(
    actual: Any,
    expected: Any,
    what: str = "the answer",
    rtol: float = 1e-4,
    atol: float = 1e-12,
    candidates: Candidates = (),
    *,
    batch_size: int | None = None,
    parameter: Any = None,
) -> None:
    """``max|a − b| ≤ atol + rtol · max(max|a|, max|b|)``, one comparison for the whole array or number.

    The default 1e-4 lets float32 answers pass (round-off of a sum of 10⁵ terms is near 1e-5) and refuses a mistake of
    1 % (5e-3 and more). Elementwise errors are not used: entries that cancel to nearly zero make them meaningless. An
    ``expected`` of zeros has no scale of its own: give ``atol``; and expect no values near its default, 1e-12.

    A number as ``expected`` asks for a number, an array for what ``array`` reads as an array of its shape. For
    ``batch_size``, ``parameter`` and ``candidates`` (pairs of a mistake and the value it leads to) see
    ``diagnosis.explain``.
    """
    right = reference(expected, what)
    found = np.asarray(number(actual, what)) if right.ndim == 0 else _finite(actual, right.shape, what)
    named = [(mistake, reference(wrong, f"{what}, gone wrong")) for mistake, wrong in candidates]
    weights = None if parameter is None else reference(parameter, f"the parameter of {what}")

    def diagnose() -> Statement | None:
        return explain(
            found, right, batch_size=batch_size, parameter=weights, candidates=named, tolerance=max(rtol, 1e-4)
        )

    if found.shape != right.shape:
        _wrong_shape(found, right, what, diagnose())
    if within(found, right, rtol, atol):
        return
    detail = f"{what}: relative error {relative_error(found, right):.3g}, allowed {rtol:.3g} (atol {atol:.3g})"
    fail(diagnose() or how_far(found, right, rtol, atol), what, detail=detail)


def gradient(
    actual: Any,
    expected: Any,
    what: str = "the gradient",
    batch_size: int | None = None,
    parameter: Any = None,
    rtol: float = 1e-4,
    atol: float = 1e-12,
    candidates: Candidates = (),
) -> None:
    """A gradient agrees with ``expected``, which is float64 autograd's on the same inputs.

    Compared as in ``close``. Measured: correct float64 code differs from central differences by less than 3e-10, and
    the smallest real mistake (a scale off by 1 %) by 5e-3. The default 1e-4 leaves room for float32; pass 1e-6 where
    the sheet asks for float64. ``parameter`` is the array that is differentiated by; with it a missing regulariser is
    recognised. Choose inputs with non-square shapes, and compare at more than one ``batch_size``.
    """
    close(actual, expected, what, rtol, atol, candidates, batch_size=batch_size, parameter=parameter)


def within(found: np.ndarray, right: np.ndarray, rtol: float, atol: float) -> bool:
    """``max|a − b| ≤ atol + rtol · max(max|a|, max|b|)`` for arrays of the same shape."""
    scale = float(max(np.abs(found).max(initial=0.0), np.abs(right).max(initial=0.0)))
    return float(np.abs(found - right).max(initial=0.0)) <= atol + rtol * scale


def reference(value: Any, what: str) -> np.ndarray:
    """The author's own value, as float64; a fault in it is the author's."""
    if hasattr(value, "detach"):
        value = value.detach().cpu().numpy()
    try:
        right = np.asarray(value, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise AuthorError(f"the reference for {what} is not an array of real numbers: {error}") from error
    if not np.isfinite(right).all():
        raise AuthorError(f"the reference for {what} holds NaN or infinities; choose inputs where it is finite")
    return right


def _finite(actual: Any, expected: tuple[int, ...], what: str) -> np.ndarray:
    """The answer in the expected shape if it is read as that, else in its own."""
    shape = as_array(actual, what).shape
    return array(actual, vector_shape(shape, expected) or shape, what)


def _wrong_shape(found: np.ndarray, right: np.ndarray, what: str, diagnosis: Statement | None) -> None:
    if diagnosis:
        fail(diagnosis, what)
    require_shape(found.shape, right.shape, what)


def how_far(found: np.ndarray, right: np.ndarray, rtol: float, atol: float) -> Statement:
    """How far off an array or a number is, where no mistake is known that leads to it."""
    if found.ndim == 0:
        ratio = float(found / right) if found and right else 0.0
        known = bool(ratio) and np.isfinite(ratio)
        return arrays.NUMBER_OFF(ratio=ratio) if known else arrays.NUMBER_FAR_OFF()
    scale = float(max(np.abs(found).max(), np.abs(right).max()))
    wrong = int(np.count_nonzero(np.abs(found - right) > atol + rtol * scale))
    percent = 100 * float(np.abs(found / scale - right / scale).max())
    return arrays.FAR_OFF(wrong=wrong, total=found.size, percent=percent)
