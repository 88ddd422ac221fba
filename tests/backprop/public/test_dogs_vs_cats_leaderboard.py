"""P3: the files for the leaderboard."""

from __future__ import annotations

import pytest

from autograder import checks

pytestmark = pytest.mark.task("dogs_vs_cats_leaderboard")


def test_weights_fit_the_network(student):
    """If the file cats.pt exists, it holds weights of the network that make_cats_model makes."""
    student.probe("network_facts", "make_cats_model", "predict_cats", [3, 64, 64])
    if student.file("cats.pt"):
        checkpoint = student.probe("read_checkpoint", "cats.pt", "make_cats_model")
        if "problem" in checkpoint:
            checks.fail(f"The file cats.pt cannot be used: {checkpoint['detail']}")
