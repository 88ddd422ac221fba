"""Q6: output shapes and parameter counts of VGG-11."""

from __future__ import annotations

import pytest

from autograder import checks

pytestmark = pytest.mark.task("vgg11_table")


def test_table_has_rows_of_three(student):
    """The table is a list of 26 rows (layer, shape, parameters) that begins with INPUT and ends with SOFTMAX."""
    rows = student.vgg11_table()
    if not isinstance(rows, list) or len(rows) != 26:
        checks.fail("The table is not a list of 26 rows.")
    for position, row in enumerate(rows, start=1):
        if not isinstance(row, list) or len(row) != 3 or not isinstance(row[0], str):
            checks.fail(f"Row {position} does not have the form (layer, shape, parameters).")
    checks.layer_table(rows[:1], [("INPUT", (224, 224, 3), 0)])
    checks.same(rows[-1][0], "SOFTMAX", "the name of the last row")


def test_summary_has_total_and_percentage(student):
    """The summary holds the total, a whole number, and the percentage, between 0 and 100."""
    summary = student.vgg11_summary()
    checks.keys(summary, ["total", "fc_percent"], "the returned dictionary")
    total = checks.number(summary["total"], "the total")
    if total != round(total) or total <= 0:
        checks.fail("The total is not a positive whole number.")
    if not 0 <= checks.number(summary["fc_percent"], "fc_percent") <= 100:
        checks.fail("fc_percent is not between 0 and 100.")
