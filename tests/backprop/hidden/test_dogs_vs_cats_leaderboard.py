"""P3: accuracy of the handed-in weights on the test images, whose labels only the judge knows."""

from __future__ import annotations

import pytest

from tests.backprop.hidden import cats_labels
from tests.backprop.hidden.weights import CATS, check_accuracy, handed_in, predicted

pytestmark = pytest.mark.task("dogs_vs_cats_leaderboard")


def test_accuracy_on_the_test_images(student, thresholds, leaderboard):
    """The handed-in weights reach the required accuracy on the test images; the accuracy goes on the leaderboard.

    You get half of the marks at the pass mark; from there they rise linearly to all of them at the full mark.
    """
    given = handed_in(student, CATS)
    labels = cats_labels.labels()
    images, _ = CATS.split("test")
    classes = predicted(student, CATS, images)
    correct = int((classes == labels).sum())
    leaderboard("accuracy", correct / len(labels))
    check_accuracy(correct, thresholds("dogs_vs_cats_leaderboard"), given, classes, CATS)
