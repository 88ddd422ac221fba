"""Checks of networks: how many parameters, which layers, how accurate, does training work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.checks.catalogue import networks as catalogue
from autograder.checks.catalogue import values as kinds
from autograder.checks.diagnosis import Candidates
from autograder.checks.outcome import CheckFailed, Statement, discrepancy, fail
from autograder.checks.shapes import drop_ones
from autograder.checks.values import array, number
from autograder.errors import AuthorError

Row = tuple[str, tuple[int, ...], float]
"""Layer name, shape of its output, number of its parameters."""


def parameter_count(
    actual: Any, expected: int, what: str = "the number of parameters", candidates: Candidates = ()
) -> None:
    """Exactly ``expected`` parameters. ``candidates``: ``[(BIASES_NOT_COUNTED, count_without)]``."""
    found = number(actual, what)
    if found == expected:
        return
    for mistake, wrong in candidates:
        if found == wrong:
            fail(mistake, what)
    if found <= 0 or expected <= 0:
        fail(catalogue.PARAMETERS_WRONG(found=found), what)
    fail(catalogue.PARAMETERS_OFF(found=found, ratio=found / expected), what)


def layer_table(rows: Any, expected: Sequence[Row], what: str = "the table") -> None:
    """The rows ``(name, output shape, parameters)`` of a network, in order.

    Exact in all three, up to spelling: case, blanks, ``-`` and ``_`` in names do not matter, an int may stand for a
    shape of one axis, and axes of length 1 may be left out or put in: (1, 1, 4096) is (4096,). All wrong rows are
    named, none of the right values is. Recognised: biases left out, channels first, parameters in layers without any.
    """
    if not isinstance(rows, (list, tuple)):
        expected_kind = "a list of rows (name, output shape, parameters)"
        fail(kinds.WRONG_KIND(found=f"a {type(rows).__name__}", expected=expected_kind, hint=""), what)
    table = [_row(row, f"{what}, row {position}") for position, row in enumerate(rows, start=1)]
    names = [name for name, _, _ in table]
    for position, (name, right) in enumerate(zip(names, expected, strict=False), start=1):
        if _spelled(name) != _spelled(right[0]):
            fail(catalogue.LAYER_ELSEWHERE(row=position, name=name), what)
    if len(rows) != len(expected):
        how = "are missing" if len(rows) < len(expected) else "are too many"
        fail(catalogue.TABLE_LENGTH(found=len(rows), how=how), what)
    shapes = [i for i, right in enumerate(expected) if drop_ones(table[i][1]) != drop_ones(right[1])]
    counts = [i for i, right in enumerate(expected) if table[i][2] != right[2]]
    found = []
    if shapes:
        found.append(_shape_mistake(table, expected, shapes))
    if counts:
        found.append(_count_mistake(table, expected, counts))
    if found:
        raise CheckFailed([discrepancy(statement, what) for statement in found])


def accuracy(
    correct: int, total: int, pass_: float, full: float, at_pass: float = 0.5, what: str = "the test accuracy"
) -> float:
    """The fraction ``correct / total`` against a pass mark and a full mark (fractions of 1); returns it.

    The rule, as open to students: below ``pass_`` no marks; at ``pass_`` the part ``at_pass`` of the marks; from there
    they rise linearly to all of them at ``full``. Nothing is added for chance: the accuracy is that on these images.
    """
    if not (0 < pass_ <= full <= 1 and 0 < at_pass < 1 and 0 <= correct <= total and total > 0):
        raise AuthorError(
            f"accuracy() needs 0 ≤ correct ≤ total, 0 < pass_ ≤ full ≤ 1 and 0 < at_pass < 1; "
            f"found {correct} of {total}, pass_={pass_}, full={full}, at_pass={at_pass}"
        )
    found = correct / total
    if found >= full:
        return found
    reached = _percent(found)
    if found < pass_:
        fail(catalogue.BELOW_PASS_MARK(accuracy=reached, pass_mark=_percent(pass_)), what)
    score = at_pass + (1 - at_pass) * (found - pass_) / (full - pass_)
    marks = {"pass_mark": _percent(pass_), "full_mark": _percent(full)}
    fail(catalogue.BELOW_FULL_MARK(accuracy=reached, **marks), what, score=score)


def loss_decreases(losses: Any, to: float = 1.0, count: int | None = None, what: str = "the training loss") -> None:
    """The losses of successive epochs or steps (list or array) fall: last ≤ first − (1 − to)·|first|, and last < first.

    "First" and "last" are means over a tenth of the entries, at least one, so that single noisy steps do not decide.
    ``to=0.5`` asks for a fall to half. ``count`` is how many entries there must be.
    """
    values = array(losses, (None,), what)
    if count is not None and values.size != count:
        fail(catalogue.LOSSES_LENGTH(found=values.size, size="many" if values.size > count else "few"), what)
    if values.size < 2:
        fail(catalogue.LOSSES_FEW(found=values.size), what)
    if (values == values[0]).all():
        fail(catalogue.LOSS_CONSTANT, what)
    part = max(1, values.size // 10)
    first, last = float(np.mean(values[:part])), float(np.mean(values[-part:]))
    if last >= first:
        fail(catalogue.LOSS_RISES, what)
    if last > first - (1 - to) * abs(first):
        change = 100 * (first - last) / abs(first)
        fail(catalogue.LOSS_FALLS_LITTLE(percent=change), what)


def uses_no(found: Any, what: str = "a part that the sheet forbids", instead: str = "write it yourself") -> None:
    """The list of forbidden parts that a probe found (``library_parts.forbidden_parts``) is empty.

    ``what`` names the rule, ``instead`` what is allowed: "torch.nn.Dropout (module 3) is <what>; <instead>."
    """
    if not isinstance(found, (list, tuple)) or not all(isinstance(part, str) for part in found):
        fail(catalogue.PARTS_UNKNOWN)
    if found:
        shown = ", ".join(part[:80] for part in found[:6])
        fail(catalogue.FORBIDDEN_PART(parts=shown, rule=what, instead=instead[:1].upper() + instead[1:]))


def _row(row: Any, what: str) -> Row:
    if not isinstance(row, (list, tuple)) or len(row) != 3 or not isinstance(row[0], str):
        fail(catalogue.ROW_FORM, what)
    name, shape, count = row
    if isinstance(shape, str):
        fail(catalogue.ROW_SHAPE_TEXT, f"{what} ({name})")
    lengths = array([shape] if isinstance(shape, int) else shape, (None,), f"{what} ({name}), shape", "i")
    return name, tuple(lengths.tolist()), number(count, f"{what} ({name}), parameters")


def _spelled(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter not in " -_")


def _shape_mistake(table: Sequence[Row], expected: Sequence[Row], wrong: Sequence[int]) -> Statement:
    rows = _list_rows(table, wrong)
    if all(len(table[i][1]) == 3 and table[i][1][1:] + table[i][1][:1] == tuple(expected[i][1]) for i in wrong):
        return catalogue.CHANNELS_FIRST(rows=rows)
    return catalogue.TABLE_SHAPES(rows=rows)


def _count_mistake(table: Sequence[Row], expected: Sequence[Row], wrong: Sequence[int]) -> Statement:
    rows = _list_rows(table, wrong)
    if all(expected[i][2] - table[i][2] == expected[i][1][-1] for i in wrong):
        return catalogue.BIASES_NOT_COUNTED(rows=rows)
    if all(expected[i][2] == 0 for i in wrong):
        return catalogue.NO_PARAMETERS_THERE(rows=rows)
    return catalogue.TABLE_COUNTS(rows=rows)


def _list_rows(table: Sequence[Row], wrong: Sequence[int]) -> str:
    """``row 3 (CONV3-64), row 5 (POOL2) and 2 more``."""
    shown = ", ".join(f"row {i + 1} ({table[i][0]})" for i in wrong[:6])
    return shown if len(wrong) <= 6 else f"{shown} and {len(wrong) - 6} more"


def _percent(fraction: float) -> str:
    """Two decimals, rounded down: 84.999 % must not read as the 85 % that it misses."""
    return f"{np.floor(fraction * 1e4 + 1e-6) / 100:.4g} %"
