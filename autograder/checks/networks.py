"""All gradients of a network at once: a mistake shows in which of them are wrong, and how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any, NoReturn

import numpy as np

from autograder.checks.catalogue import networks as catalogue
from autograder.checks.closeness import how_far, reference, within
from autograder.checks.diagnosis import CONFIRMED, as_statement, explain, relative_error
from autograder.checks.outcome import CheckFailed, Mistake, Statement, discrepancy, fail
from autograder.checks.shapes import drop_ones, require_shape
from autograder.checks.values import array, as_array
from autograder.errors import AuthorError

ROUND_OFF = 1e-13
Pairs = Sequence[Any]
"""[(dW, db), …], or a flat list of arrays."""


@np.errstate(over="ignore", invalid="ignore")
def network_gradients(
    found: Any,
    expected: Pairs,
    *,
    mistakes: Sequence[tuple[Mistake | Statement, Pairs]] = (),
    batch_size: int | None = None,
    parameters: Pairs | None = None,
    rtol: float = 1e-4,
    atol: float = 1e-12,
    names: Sequence[str] | None = None,
) -> None:
    """Every gradient agrees with ``expected`` up to ``rtol`` of its largest entry (for the tolerance see ``close``).

    ``found`` and ``expected`` are [(dW, db), …], or flat lists of arrays with their ``names``. Nested lists of numbers
    count as arrays in ``found``, and a bias gradient may have axes of length 1 more or less. When something is wrong,
    the student reads the first explanation that the numbers confirm: the layers come in another order; one of
    ``mistakes`` (from ``dense_mistakes``), alone or together with a wrong scale, accounts for *all* tensors; else each
    wrong tensor is diagnosed by itself (``diagnosis.explain`` with ``batch_size`` and, of ``parameters``, the array
    that it is the gradient of).
    """
    right = [reference(value, "a gradient") for value in _flat(expected)]
    labels = list(names) if names is not None else _names(expected)
    if len(labels) != len(right):
        raise AuthorError(f"network_gradients() got {len(right)} gradients and the names {labels}")
    arrays = _arrays(found, right, labels)
    wrong = [i for i, (a, b) in enumerate(zip(arrays, right, strict=True)) if not within(a, b, rtol, atol)]
    if not wrong:
        return
    wrong_names = [labels[i] for i in wrong]
    tolerance = max(rtol, CONFIRMED)
    if swapped := _swapped(arrays, right, wrong, tolerance):
        fail(catalogue.SWAPPED, [labels[i] for i in swapped])
    if statements := _explained(arrays, mistakes, right, tolerance, batch_size):
        raise CheckFailed([discrepancy(statement, wrong_names) for statement in statements])
    weights = [np.asarray(v, float) for v in _flat(parameters)] if parameters is not None else [None] * len(right)
    _each(arrays, right, weights, labels, wrong, batch_size, rtol, atol)


def _flat(values: Pairs) -> list[Any]:
    return [one for value in values for one in (value if isinstance(value, (tuple, list)) else (value,))]


def _names(expected: Pairs) -> list[str]:
    if all(isinstance(value, (tuple, list)) and len(value) == 2 for value in expected):
        return [f"{kind}{layer}" for layer in range(1, len(expected) + 1) for kind in ("dW", "db")]
    raise AuthorError("network_gradients() needs names for gradients that are not pairs (dW, db)")


def _arrays(found: Any, right: list[np.ndarray], labels: list[str]) -> list[np.ndarray]:
    """The answer's arrays, of the right shapes."""
    if not isinstance(found, (tuple, list)):
        fail(catalogue.NO_LIST(found=type(found).__name__), "the answer")
    values = list(found) if len(found) == len(right) else _flat(found)  # of nested lists, each is one gradient
    if len(values) != len(right):
        fail(catalogue.WRONG_COUNT(found=len(values), expected=len(right), names=", ".join(labels)))
    shapes = [_shape(value, one, label) for value, one, label in zip(values, right, labels, strict=True)]
    if shapes != [one.shape for one in right]:
        _order(shapes, right, labels)
    return [
        array(_reshaped(value, one), one.shape, label) for value, one, label in zip(values, right, labels, strict=True)
    ]


def _shape(value: Any, right: np.ndarray, label: str) -> tuple[int, ...]:
    shape = as_array(value, label).shape
    return right.shape if drop_ones(shape) == drop_ones(right.shape) and _vector(right) else shape


def _reshaped(value: Any, right: np.ndarray) -> Any:
    data = np.asarray(value)
    return data.reshape(right.shape) if _vector(right) and data.size == right.size else value


def _vector(values: np.ndarray) -> bool:
    return len(drop_ones(values.shape)) <= 1


def _order(shapes: list[tuple[int, ...]], right: list[np.ndarray], labels: list[str]) -> None:
    """Fail when the arrays are transposed or come in another order; else say which shapes are wrong, all of them."""
    wanted = [one.shape for one in right]
    if all(shape[::-1] == right_shape for shape, right_shape in zip(shapes, wanted, strict=True)):
        fail(catalogue.ALL_TRANSPOSED, labels)
    if sorted(shapes) == sorted(wanted):
        backwards = [wanted[i] for i in _backwards(len(wanted))]
        entry = catalogue.ORDER_BACKWARDS if shapes == backwards else catalogue.ORDER_OTHER
        fail(entry(names=", ".join(labels)))
    for shape, one, label in zip(shapes, wanted, labels, strict=True):
        require_shape(shape, one, label)


def _backwards(count: int) -> Iterable[int]:
    """Pairs in reverse: 4, 5, 2, 3, 0, 1."""
    return [i for pair in range(count - 2, -1, -2) for i in (pair, pair + 1)]


def _swapped(
    found: list[np.ndarray], right: list[np.ndarray], wrong: list[int], tolerance: float
) -> tuple[int, int] | None:
    """Two wrong tensors of the same shape that are each other's right value."""
    for i, j in combinations(wrong, 2):
        same = right[i].shape == right[j].shape
        if same and _near(found[i], right[j], tolerance) and _near(found[j], right[i], tolerance):
            return i, j
    return None


def _near(found: np.ndarray, other: np.ndarray, tolerance: float) -> bool:
    """Equal up to ``tolerance`` of the largest entry; two arrays of mere round-off are equal too."""
    if found.shape != other.shape:
        return False
    return relative_error(found, other) <= tolerance or float(np.abs(found - other).max(initial=0.0)) <= ROUND_OFF


def _explained(
    found: list[np.ndarray],
    mistakes: Sequence[tuple[Mistake | Statement, Pairs]],
    right: list[np.ndarray],
    tolerance: float,
    batch_size: int | None,
) -> list[Statement]:
    """The mistake that leads to all of ``found``, together with a wrong scale of all where that is needed too."""
    candidates = [
        (
            as_statement(mistake),
            [np.asarray(_reshaped(v, one), float) for v, one in zip(_flat(values), right, strict=False)],
        )
        for mistake, values in mistakes
    ]
    telling = [
        (statement, arrays)
        for statement, arrays in candidates
        if len(arrays) == len(right)
        and not all(_near(one, other, tolerance) for one, other in zip(arrays, right, strict=True))
    ]
    for scale, also in _scales(batch_size or 1):
        for statement, arrays in telling:
            if all(_near(one, scale * other, tolerance) for one, other in zip(found, arrays, strict=True)):
                return [statement, *also]
    return []


def _scales(batch_size: int) -> list[tuple[float, list[Statement]]]:
    """Factors that a second mistake puts on all gradients, and what they mean; none at all comes first."""
    scales: list[tuple[float, list[Statement]]] = [
        (1.0, []),
        (-1.0, [catalogue.ALSO_WRONG_SIGN()]),
        (2.0, [catalogue.ALSO_TWICE()]),
        (0.5, [catalogue.ALSO_HALF()]),
    ]
    if batch_size > 1:
        scales.append((float(batch_size), [catalogue.ALSO_SUMMED(factor=batch_size)]))
        scales.append((1 / batch_size, [catalogue.ALSO_DIVIDED_TWICE()]))
    return scales


def _each(
    found: list[np.ndarray],
    right: list[np.ndarray],
    weights: Sequence[np.ndarray | None],
    labels: list[str],
    wrong: list[int],
    batch_size: int | None,
    rtol: float,
    atol: float,
) -> NoReturn:
    """Diagnose every wrong tensor alone; those with the same mistake share a sentence."""
    groups: list[tuple[Statement, list[str]]] = []
    for i in wrong:
        weight = weights[i]
        parameter = weight if weight is not None and weight.shape == right[i].shape else None
        diagnosis = explain(found[i], right[i], batch_size=batch_size, parameter=parameter)
        statement = diagnosis or how_far(found[i], right[i], rtol, atol)
        for other, names in groups:
            if other == statement:
                names.append(labels[i])
                break
        else:
            groups.append((statement, [labels[i]]))
    detail = ", ".join(f"{labels[i]} {relative_error(found[i], right[i]):.3g}" for i in wrong)
    raise CheckFailed(
        [discrepancy(statement, names) for statement, names in groups],
        detail=f"relative errors: {detail}; allowed {rtol:.3g}",
    )
