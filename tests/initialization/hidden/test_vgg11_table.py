"""Q6: output shapes and parameter counts of VGG-11."""

from __future__ import annotations

import math
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

import pytest

from autograder import checks
from solutions.initialization import vgg11_rows, vgg11_summary
from tests.initialization.hidden import catalogue_vgg11 as catalogue

pytestmark = pytest.mark.task("vgg11_table")

Row = tuple[str, tuple[int, ...], float]
"""Name of the layer, shape of its output, number of its parameters."""
Mistakes = list[tuple[checks.Mistake, dict[int, float]]]
"""Mistakes, each with the wrong number of parameters by row."""

EXPECTED = vgg11_rows()


@pytest.mark.task("vgg11_table", weight=0.5)
def test_rows_are_those_of_the_sheet(student):
    """The table has the rows of the sheet, in its order."""
    table = _table(student)
    missing = [row for row, answer in zip(EXPECTED, _aligned(table), strict=True) if answer is None]
    if missing:
        names = ", ".join(row[0] for row in missing[:4])
        checks.fail(catalogue.ROWS_MISSING(missing=len(missing), names=names))
    if len(table) > len(EXPECTED):
        checks.fail(catalogue.ROWS_TOO_MANY(many=len(table) - len(EXPECTED)))


@pytest.mark.task("vgg11_table", weight=2)
def test_output_shapes_of_the_convolutional_part(student):
    """The output shapes of convolutions, activations and poolings are correct; every correct row earns marks."""
    rows = [i for i, row in enumerate(EXPECTED) if len(row[1]) == 3 and i > 0]
    answers = _aligned(_table(student))
    wrong = [i for i in rows if answers[i] is None or answers[i][1] != EXPECTED[i][1]]
    mistakes = [
        (catalogue.CHANNELS_FIRST, [row[1][-1:] + row[1][:-1] for row in EXPECTED]),
        (catalogue.NO_PADDING, _shapes(convolve=lambda n: n - 2)),
        (catalogue.NO_POOLING, _shapes(pool=lambda n: n)),
        (catalogue.POOLING_STRIDE_1, _shapes(pool=lambda n: n - 1)),
        (catalogue.CONVOLUTIONS_HALVE, _shapes(convolve=lambda n: n // 2)),
        (catalogue.CHANNELS_AND_FILTERS, _shapes(keep_channels=True)),
    ]
    there = [i for i in wrong if answers[i] is not None]
    fits = (mistake for mistake, shapes in mistakes if there and all(answers[i][1] == shapes[i] for i in there))
    entry = next(fits, catalogue.WRONG_SHAPES)
    _fail_in_part(entry, "the output shape", rows, wrong, at_least=0.5 if entry is catalogue.CHANNELS_FIRST else 0)


def test_output_shapes_of_the_fully_connected_part(student):
    """Fully connected layers and softmax have as many outputs as units; every correct row earns marks."""
    rows = [i for i, row in enumerate(EXPECTED) if len(row[1]) == 1]
    answers = _aligned(_table(student))
    wrong = [i for i in rows if answers[i] is None or _flat(answers[i][1]) != EXPECTED[i][1]]
    _fail_in_part(catalogue.WRONG_SHAPES, "the output shape", rows, wrong)


@pytest.mark.task("vgg11_table", weight=2)
def test_parameters_of_the_convolutions(student):
    """Every convolution has its weights and one bias per filter; every correct row earns marks."""
    rows = [i for i, row in enumerate(EXPECTED) if row[0].startswith("CONV")]
    weights = {i: EXPECTED[i][2] - EXPECTED[i][1][-1] for i in rows}
    mistakes: Mistakes = [
        (catalogue.BIASES_LEFT_OUT, weights),
        (catalogue.INPUT_CHANNELS_FORGOTTEN, {i: 10 * EXPECTED[i][1][-1] for i in rows}),
        (catalogue.BIAS_FOR_EACH_PLANE, {i: weights[i] // 9 * 10 for i in rows}),
        (catalogue.BIAS_FOR_EACH_LAYER, {i: weights[i] + 1 for i in rows}),
    ]
    _check_parameters(student, rows, mistakes)


@pytest.mark.task("vgg11_table", weight=1.5)
def test_parameters_of_the_fully_connected_layers(student):
    """Every fully connected layer has inputs × units weights and one bias per unit; every correct row earns marks."""
    rows = [i for i, row in enumerate(EXPECTED) if row[0].startswith("FC")]
    units = {i: EXPECTED[i][1][0] for i in rows}
    first, channels = rows[0], EXPECTED[rows[0] - 1][1][-1]
    mistakes: Mistakes = [
        (catalogue.BIASES_LEFT_OUT, {i: EXPECTED[i][2] - units[i] for i in rows}),
        (catalogue.FIRST_FC_INPUTS, {first: (channels + 1) * units[first]}),
        (catalogue.FIRST_FC_BEFORE_POOLING, {first: (4 * 49 * channels + 1) * units[first]}),
    ]
    _check_parameters(student, rows, mistakes)


@pytest.mark.task("vgg11_table", weight=0.5)
def test_other_rows_have_no_parameters(student):
    """Input, activations, poolings and softmax have no parameters."""
    rows = [i for i, row in enumerate(EXPECTED) if row[2] == 0]
    answers = _aligned(_table(student))
    if not any(row and row[2] for row in answers):
        checks.fail(catalogue.NO_PARAMETERS_AT_ALL)
    # Only a row that exists can have too many parameters; another test checks for missing rows.
    wrong = [i for i in rows if answers[i] is not None and answers[i][2] != 0]
    _fail_in_part(catalogue.NOTHING_TO_LEARN, "the number of parameters", rows, wrong)


def test_total_number_of_parameters(student):
    """The total counts all weights and biases."""
    summary = student.vgg11_summary()
    checks.keys(summary, ["total"], "the returned dictionary")
    biases = sum(row[1][-1] for row in EXPECTED if row[2])
    connected = sum(row[2] for row in EXPECTED if row[0].startswith("FC"))
    total = vgg11_summary()["total"]
    checks.parameter_count(
        summary["total"],
        int(total),
        "the total number of parameters",
        candidates=[
            (catalogue.TOTAL_WITHOUT_BIASES, int(total - biases)),
            (catalogue.ONLY_FULLY_CONNECTED, int(connected)),
            (catalogue.ONLY_CONVOLUTIONS, int(total - connected)),
            (catalogue.TOTAL_FIRST_FC_INPUTS, int(total - 48 * 512 * 4096)),
        ],
    )


def test_share_of_the_fully_connected_layers(student):
    """fc_percent is the share of the parameters in the fully connected layers, in per cent."""
    summary = student.vgg11_summary()
    checks.keys(summary, ["fc_percent"], "the returned dictionary")
    percent, expected = checks.number(summary["fc_percent"], "fc_percent"), vgg11_summary()["fc_percent"]
    if math.isclose(percent, expected, abs_tol=0.0101):  # two decimals, rounded or cut
        return
    mistakes = [
        (catalogue.FRACTION, expected / 100, 2e-4),
        (catalogue.SHARE_OF_CONVOLUTIONS, 100 - expected, 0.0101),
        (catalogue.SHARE_OF_LAYERS, 100 * 3 / 11, 0.5),
    ]
    fits = (mistake for mistake, value, tolerance in mistakes if math.isclose(percent, value, abs_tol=tolerance))
    checks.fail(next(fits, catalogue.WRONG_PERCENTAGE), "fc_percent")


def _table(student: Any) -> list[Row]:
    """The student's rows; a shape may be a tuple, a list or an array, or an int for one axis."""
    rows = student.vgg11_table()
    if not isinstance(rows, list) or not rows:
        checks.fail(catalogue.NO_TABLE)
    table = []
    for position, row in enumerate(rows, start=1):
        if not isinstance(row, list) or len(row) != 3 or not isinstance(row[0], str):
            checks.fail(catalogue.ROW_FORM(row=str(position)))
        shape = [row[1]] if isinstance(row[1], int | float) else row[1]
        what = f"row {position} ({row[0][:20]}) of the table"
        lengths = checks.array(shape, (None,), f"the shape in {what}")
        table.append((row[0], tuple(lengths.tolist()), checks.number(row[2], f"the parameters in {what}")))
    return table


def _spelled(name: str) -> str:
    """Letters and digits only; MaxPool2 is POOL2."""
    return "".join(letter for letter in name.casefold() if letter.isalnum()).replace("maxpool", "pool")


def _aligned(table: list[Row]) -> list[Row | None]:
    """The student's row for each row of the sheet, or None; rows before it may be missing or superfluous."""
    names = [_spelled(name) for name, _, _ in table]
    result: list[Row | None] = [None] * len(EXPECTED)
    matcher = SequenceMatcher(None, [_spelled(row[0]) for row in EXPECTED], names, autojunk=False)
    for block in matcher.get_matching_blocks():
        result[block.a : block.a + block.size] = table[block.b : block.b + block.size]
    return result


def _shapes(
    convolve: Callable[[int], int] = lambda n: n,
    pool: Callable[[int], int] = lambda n: n // 2,
    keep_channels: bool = False,
) -> list[tuple[int, ...]]:
    """Output shapes of the rows when convolutions and poolings change height and width in another way."""
    size, channels, shapes = EXPECTED[0][1][0], EXPECTED[0][1][-1], []
    for name, expected, _ in EXPECTED:
        if name.startswith("CONV"):
            size, channels = convolve(size), channels if keep_channels else expected[-1]
        elif name.startswith("POOL"):
            size = pool(size)
        shapes.append((size, size, channels))
    return shapes


def _flat(shape: tuple[int, ...]) -> tuple[int, ...]:
    """(1, 1, 4096) is (4096,)."""
    return tuple(length for length in shape if length != 1)


def _check_parameters(student: Any, rows: list[int], mistakes: Mistakes) -> None:
    answers = _aligned(_table(student))
    wrong = [i for i in rows if answers[i] is None or answers[i][2] != EXPECTED[i][2]]
    counts = {i: answers[i][2] for i in wrong if answers[i] is not None}
    fits = (mistake for mistake, values in mistakes if counts and all(values.get(i) == n for i, n in counts.items()))
    _fail_in_part(next(fits, catalogue.WRONG_COUNTS), "the number of parameters", rows, wrong)


def _fail_in_part(entry: checks.Problem, what: str, rows: list[int], wrong: list[int], at_least: float = 0) -> None:
    """Fail, with the marks of the correct rows; the row numbers are those of the sheet's table."""
    if not wrong:
        return
    shown = ", ".join(f"row {i + 1} ({EXPECTED[i][0]})" for i in wrong[:6])
    shown += f" and {len(wrong) - 6} more" if len(wrong) > 6 else ""
    score = max(at_least, 1 - len(wrong) / len(rows))
    checks.fail(entry(wrong=len(wrong), total=len(rows), rows=shown), what, score=score)
