"""Q3: critical points and kinds of three deep double descents."""

from __future__ import annotations

from typing import Any, NoReturn

import pytest

from autograder import checks
from autograder.checks.wording import list_names
from solutions.initialization import DOUBLE_DESCENT
from tests.initialization.hidden import catalogue_theory as catalogue

pytestmark = pytest.mark.task("double_descent")

TOLERANCE = 0.12
"""Relative. The sheet asks for 10 %; the rest allows for the peak of plot b, which is 1 % away from a round number."""


@pytest.mark.task("double_descent", weight=2)
def test_critical_points(student):
    """The critical point of each plot is where the test error peaks between its two descents."""
    answers = student.double_descent_answers()
    checks.keys(answers, DOUBLE_DESCENT, "the returned dictionary")
    wrong: list[str] = []
    exchanged: list[tuple[str, str]] = []
    for plot, expected in DOUBLE_DESCENT.items():
        checks.keys(answers[plot], ["critical"], f"the entry of plot {plot}")
        point = checks.number(answers[plot]["critical"], f"the critical point of plot {plot}")
        if not _near(point, expected["critical"]):
            wrong.append(plot)
            others = [other for other in DOUBLE_DESCENT if _near(point, DOUBLE_DESCENT[other]["critical"])]
            exchanged += [(plot, other) for other in others[:1]]
    if exchanged:
        plot, other = exchanged[0]
        _fail_in_part(wrong, catalogue.POINT_OF_OTHER_PLOT, plot=plot, other=other)
    if wrong:
        _fail_in_part(wrong, catalogue.CRITICAL_POINT)


def test_kinds(student):
    """Each plot is named after what varies along its horizontal axis."""
    answers = student.double_descent_answers()
    checks.keys(answers, DOUBLE_DESCENT, "the returned dictionary")
    wrong = []
    for plot, expected in DOUBLE_DESCENT.items():
        checks.keys(answers[plot], ["kind"], f"the entry of plot {plot}")
        if _kind(answers[plot]["kind"], plot) != expected["kind"]:
            wrong.append(plot)
    if wrong:
        _fail_in_part(wrong, catalogue.KIND)


def _near(point: float, expected: float) -> bool:
    return abs(point - expected) <= TOLERANCE * expected


def _kind(value: Any, plot: str) -> str:
    """The first word: ``Epoch-wise double descent`` is ``epoch``."""
    if not isinstance(value, str):
        checks.fail(catalogue.KIND_NOT_TEXT(plot=plot))
    return value.casefold().replace("-", " ").replace("_", " ").replace("wise", " ").strip().split(" ")[0]


def _fail_in_part(wrong: list[str], entry: checks.Problem, **values: str) -> NoReturn:
    """Fail, with the marks of the correct plots."""
    plots = f"plot{'s' * (len(wrong) > 1)} {list_names(wrong)}"
    checks.fail(entry(plots=plots, **values), score=1 - len(wrong) / len(DOUBLE_DESCENT))
