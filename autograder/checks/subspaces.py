"""Do the columns of a matrix span the right subspace? Any basis of it will do."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from autograder.checks.catalogue import randomness as catalogue
from autograder.checks.closeness import reference as right_value
from autograder.checks.diagnosis import Candidates
from autograder.checks.outcome import fail
from autograder.checks.values import array
from autograder.checks.wording import plural
from autograder.errors import AuthorError

DEPENDENT = 1e-6
"""Columns are dependent where the smallest singular value is below this part of the largest; float32 rounds at 1e-7."""


def subspace(
    found: Any,
    reference: Any,
    max_angle: float,
    what: str = "the matrix",
    candidates: Candidates = (),
) -> None:
    """The columns of ``found`` (d, k) span what those of ``reference`` (d, k) span, in whatever basis.

    Measured by the largest principal angle between the two, in radians: 0 for the same subspace, π/2 when some
    direction of one is orthogonal to all of the other. ``max_angle`` is what training may leave, say 0.05; an answer in
    closed form stays below 1e-7, in float32 below 1e-3 unless the data are badly scaled. ``candidates`` are
    mistakes with the matrix they lead to: ``[(NOT_CENTRED, …)]``.
    """
    right = right_value(reference, what)
    if right.ndim != 2 or not 0 < max_angle < math.pi / 2:
        raise AuthorError(f"subspace() needs a matrix (d, k) and 0 < max_angle < π/2, not {right.shape}, {max_angle!r}")
    columns = array(found, right.shape, what)
    if not columns.any():
        fail(catalogue.COLUMNS_ZERO, what)
    dimensions = rank(columns)
    if dimensions < right.shape[1]:
        fail(catalogue.COLUMNS_DEPENDENT(columns=right.shape[1], dimensions=plural(dimensions, "dimension")), what)
    angle = largest_angle(columns, right)
    if angle <= max_angle:
        return
    detail = f"{what}: largest principal angle {angle:.4g}, allowed {max_angle:.4g}"
    for mistake, wrong in candidates:
        other = right_value(wrong, f"{what}, gone wrong")
        if other.shape == right.shape and largest_angle(columns, other) <= max_angle < largest_angle(other, right):
            fail(mistake, what, detail=detail)
    fail(catalogue.OTHER_SUBSPACE(degrees=math.degrees(angle)), what, detail=detail)


def largest_angle(one: np.ndarray, other: np.ndarray) -> float:
    """The largest principal angle between the column spaces of two matrices (d, k), in radians."""
    from scipy import linalg  # takes a tenth of a second to import

    return float(linalg.subspace_angles(_of_length_one(one), _of_length_one(other))[0])


def rank(columns: np.ndarray) -> int:
    """How many dimensions the columns span, each taken at length 1."""
    values = np.linalg.svd(_of_length_one(columns), compute_uv=False)
    return int(np.count_nonzero(values > DEPENDENT * values.max(initial=0.0)))


def _of_length_one(columns: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(columns, axis=0)
    return np.asarray(columns / np.where(lengths > 0, lengths, 1.0))
