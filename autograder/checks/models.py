"""Checks of networks: how many parameters, which layers, how accurate, does training work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from autograder.checks.diagnosis import ratio_in_words
from autograder.checks.outcome import fail
from autograder.checks.values import array, number
from autograder.errors import AuthorError

Row = tuple[str, tuple[int, ...], float]
"""Layer name, shape of its output, number of its parameters."""


def parameter_count(
    actual: Any, expected: int, what: str = "the number of parameters", candidates: Mapping[str, int] | None = None
) -> None:
    """Exactly ``expected`` parameters. ``candidates``: ``{"the biases are not counted": count_without}``."""
    found = number(actual, what)
    if found == expected:
        return
    for name, wrong in (candidates or {}).items():
        if found == wrong:
            fail(f"{what} is wrong: {name}.", name)
    if found <= 0 or expected <= 0:
        fail(f"{what} is {found:.0f}, which is wrong.")
    fail(f"{what} is {found:.0f}, {ratio_in_words(found / expected)}.")


def layer_table(rows: Any, expected: Sequence[Row], what: str = "the table") -> None:
    """The rows ``(name, output shape, parameters)`` of a network, in order.

    Exact in all three, up to spelling: case, blanks, ``-`` and ``_`` in names do not matter, an int may stand for a
    shape of one axis, and axes of length 1 may be left out or put in: (1, 1, 4096) is (4096,). All wrong rows are
    named, none of the right values is. Recognised: biases left out, channels first, parameters in layers without any.
    """
    if not isinstance(rows, (list, tuple)):
        fail(f"{what} is a {type(rows).__name__} where a list of rows (name, output shape, parameters) is expected.")
    table = [_row(row, f"{what}, row {position}") for position, row in enumerate(rows, start=1)]
    names = [name for name, _, _ in table]
    for position, (name, right) in enumerate(zip(names, expected, strict=False), start=1):
        if _spelled(name) != _spelled(right[0]):
            fail(f"{what}: row {position} ({name}) is not the layer that belongs there.", "wrong order of layers")
    if len(rows) != len(expected):
        fail(f"{what} has {len(rows)} rows: some {'are missing' if len(rows) < len(expected) else 'are too many'}.")
    shapes = [i for i, right in enumerate(expected) if _essential(table[i][1]) != _essential(right[1])]
    counts = [i for i, right in enumerate(expected) if table[i][2] != right[2]]
    sentences, diagnosis = [], ""
    if shapes:
        diagnosis = _shape_mistake(table, expected, shapes)
        sentences.append(f"the output shape is wrong in {_places(names, shapes)}{_because(diagnosis)}")
    if counts:
        mistake = _count_mistake(table, expected, counts)
        diagnosis = diagnosis or mistake
        sentences.append(f"the number of parameters is wrong in {_places(names, counts)}{_because(mistake)}")
    if sentences:
        fail(f"{what}: {'; '.join(sentences)}.", diagnosis)


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
    shown = f"{what} is {_percent(found)}"
    if found < pass_:
        fail(f"{shown}, below the {_percent(pass_)} that marks begin at.", "accuracy below the pass mark")
    score = at_pass + (1 - at_pass) * (found - pass_) / (full - pass_)
    fail(f"{shown}: above the pass mark ({_percent(pass_)}), full marks begin at {_percent(full)}.", score=score)


def loss_decreases(losses: Any, to: float = 1.0, count: int | None = None, what: str = "the training loss") -> None:
    """The losses of successive epochs or steps (list or array) fall: last ≤ first − (1 − to)·|first|, and last < first.

    "First" and "last" are means over a tenth of the entries, at least one, so that single noisy steps do not decide.
    ``to=0.5`` asks for a fall to half. ``count`` is how many entries there must be.
    """
    values = array(losses, (None,), what, lists_ok=True)
    if count is not None and values.size != count:
        fail(f"{what} has {values.size} entries: too {'many' if values.size > count else 'few'}.")
    if values.size < 2:
        fail(f"{what} has {values.size} entries; at least two are needed to see it fall.")
    if (values == values[0]).all():
        fail(f"{what} stays exactly the same: the parameters are not being updated.", "loss constant")
    part = max(1, values.size // 10)
    first, last = float(np.mean(values[:part])), float(np.mean(values[-part:]))
    if last >= first:
        fail(f"{what} does not fall: it ends higher than it began or equal to it.", "loss does not fall")
    if last > first - (1 - to) * abs(first):
        change = 100 * (first - last) / abs(first)
        fail(f"{what} falls by {change:.2g} % only, which is less than training should reach.", "loss falls too little")


def uses_no(found: Any, what: str = "a part that the sheet forbids", instead: str = "write it yourself") -> None:
    """The list of forbidden parts that a probe found (``library_parts.forbidden_parts``) is empty.

    ``what`` names the rule, ``instead`` what is allowed: "torch.nn.Dropout (module 3) is <what>; <instead>."
    """
    if not isinstance(found, (list, tuple)) or not all(isinstance(part, str) for part in found):
        fail("the parts of the network could not be listed.")
    if found:
        shown = ", ".join(part[:80] for part in found[:6])
        fail(f"{shown}: {what}; {instead}.", "forbidden part of the library")


def _row(row: Any, what: str) -> Row:
    if not isinstance(row, (list, tuple)) or len(row) != 3 or not isinstance(row[0], str):
        fail(f"{what} is not of the form (name, output shape, parameters).")
    name, shape, count = row
    if isinstance(shape, str):
        fail(f"{what} ({name}): the output shape is text; return a tuple of whole numbers.")
    lengths = array(
        [shape] if isinstance(shape, int) else shape, (None,), f"{what} ({name}), shape", "i", lists_ok=True
    )
    return name, tuple(lengths.tolist()), number(count, f"{what} ({name}), parameters")


def _spelled(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter not in " -_")


def _essential(shape: Sequence[int]) -> tuple[int, ...]:
    return tuple(length for length in shape if length != 1)


def _shape_mistake(table: Sequence[Row], expected: Sequence[Row], wrong: Sequence[int]) -> str:
    if all(len(table[i][1]) == 3 and table[i][1][1:] + table[i][1][:1] == tuple(expected[i][1]) for i in wrong):
        return "channels first instead of last"
    return ""


def _count_mistake(table: Sequence[Row], expected: Sequence[Row], wrong: Sequence[int]) -> str:
    if all(expected[i][2] - table[i][2] == expected[i][1][-1] for i in wrong):
        return "the biases are not counted"
    if all(expected[i][2] == 0 for i in wrong):
        return "these layers have no parameters"
    return ""


def _places(names: Sequence[str], wrong: Sequence[int]) -> str:
    shown = ", ".join(f"row {i + 1} ({names[i]})" for i in wrong[:6])
    return shown if len(wrong) <= 6 else f"{shown} and {len(wrong) - 6} more"


def _because(mistake: str) -> str:
    return f" ({mistake})" if mistake else ""


def _percent(fraction: float) -> str:
    """Two decimals, rounded down: 84.999 % must not read as the 85 % that it misses."""
    return f"{np.floor(fraction * 1e4 + 1e-6) / 100:.4g} %"
