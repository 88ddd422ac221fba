"""Q3: critical points and kinds of three deep double descents."""

from __future__ import annotations

import pytest

from autograder import checks

pytestmark = pytest.mark.task("double_descent")


def test_every_plot_has_a_point_and_a_kind(student):
    """Plots a, b and c each have a positive critical point and one of the kinds epoch, model, sample."""
    answers = student.double_descent_answers()
    checks.keys(answers, ["a", "b", "c"], "the returned dictionary")
    for plot in ("a", "b", "c"):
        checks.keys(answers[plot], ["critical", "kind"], f"the entry of plot {plot}")
        if checks.number(answers[plot]["critical"], f"the critical point of plot {plot}") <= 0:
            checks.fail(f"The critical point of plot {plot} is not on the horizontal axis: it has to be positive.")
        kind = answers[plot]["kind"]
        if not isinstance(kind, str) or not kind.strip().casefold().startswith(("epoch", "model", "sample")):
            checks.fail(f'The kind of plot {plot} is not one of "epoch", "model", "sample".')
