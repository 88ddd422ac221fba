"""Q3: critical points and kinds of three deep double descents."""

from __future__ import annotations

from typing import Any

import pytest

from autograder import checks
from solutions.initialization import DOUBLE_DESCENT

pytestmark = pytest.mark.task("double_descent")

TOLERANCE = 0.12
"""Relative. The sheet asks for 10 %; the rest is for the peak of plot b, which lies 1 % beside the round number."""


@pytest.mark.task("double_descent", weight=2)
def test_critical_points(student):
    """The critical point of each plot is where the test error peaks between its two descents."""
    answers = student.double_descent_answers()
    checks.keys(answers, DOUBLE_DESCENT, "the returned dictionary")
    wrong, diagnosis = [], ""
    for plot, right in DOUBLE_DESCENT.items():
        checks.keys(answers[plot], ["critical"], f"the entry of plot {plot}")
        found = checks.number(answers[plot]["critical"], f"the critical point of plot {plot}")
        if not _near(found, right["critical"]):
            wrong.append(plot)
            others = [other for other in DOUBLE_DESCENT if _near(found, DOUBLE_DESCENT[other]["critical"])]
            if others:
                diagnosis = diagnosis or f"the critical point of plot {others[0]} is given for plot {plot}"
    _fail_in_part(wrong, "the critical point is not where the test error peaks between its two descents", diagnosis)


def test_kinds(student):
    """Each plot is named after what varies along its horizontal axis."""
    answers = student.double_descent_answers()
    checks.keys(answers, DOUBLE_DESCENT, "the returned dictionary")
    wrong = []
    for plot, right in DOUBLE_DESCENT.items():
        checks.keys(answers[plot], ["kind"], f"the entry of plot {plot}")
        if _kind(answers[plot]["kind"], plot) != right["kind"]:
            wrong.append(plot)
    _fail_in_part(wrong, "the kind is wrong (what varies along the horizontal axis?)", "")


def _near(found: float, right: float) -> bool:
    return abs(found - right) <= TOLERANCE * right


def _kind(value: Any, plot: str) -> str:
    """The first word: ``Epoch-wise double descent`` is ``epoch``."""
    if not isinstance(value, str):
        checks.fail(f'The kind of plot {plot} is no text; write "epoch", "model" or "sample".')
    return value.casefold().replace("-", " ").replace("_", " ").replace("wise", " ").strip().split(" ")[0]


def _fail_in_part(wrong: list[str], what: str, diagnosis: str) -> None:
    if wrong:
        plots = f"Plot{'s' * (len(wrong) > 1)} {', '.join(wrong)}"
        because = f": {diagnosis}" if diagnosis else ""
        checks.fail(f"{plots}: {what}{because}.", diagnosis, score=1 - len(wrong) / len(DOUBLE_DESCENT))
