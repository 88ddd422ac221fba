"""``autograder.checks`` on models: parameters, tables of layers, accuracy, loss, and when to train again."""

import math

import numpy as np
import pytest
import torch

from autograder import checks
from autograder.checks.catalogue import networks
from autograder.errors import AuthorError, GraderError
from tests.helpers.failures import failure

VGG_ROWS = [("INPUT", (8, 8, 3), 0), ("CONV3-16", (8, 8, 16), 448), ("ReLU", (8, 8, 16), 0), ("FC-10", (10,), 10250)]


def test_parameter_count_against_torch():
    """784·10 weights and 10 biases; leaving the biases out is named, the right count is not told."""
    layer = torch.nn.Linear(784, 10)
    right = sum(p.numel() for p in layer.parameters())
    checks.parameter_count(7850, right)
    candidates = [(networks.BIASES_NOT_COUNTED(rows="row 1"), layer.weight.numel())]
    assert failure(checks.parameter_count, 7840, right, candidates=candidates).diagnosis == "biases-not-counted"
    message = failure(checks.parameter_count, 15700, right).message
    assert "about 2 times too large" in message
    assert "7850" not in message


def test_layer_table_accepts_other_spellings():
    """Case, dashes, lists for tuples, an int for one axis, axes of length 1."""
    rows = [["input", [8, 8, 3], 0], ["Conv3 16", (8, 8, 16), 448.0], ["relu", (8, 8, 16), 0], ["FC_10", 10, 10250]]
    checks.layer_table(rows, VGG_ROWS)
    checks.layer_table([*rows[:3], ("FC-10", (1, 1, 10), 10250)], VGG_ROWS)


@pytest.mark.parametrize(
    ("change", "diagnosis", "words"),
    [
        ({1: ("CONV3-16", (8, 8, 16), 432), 3: ("FC-10", (10,), 10240)}, "biases-not-counted", "row 2"),
        ({1: ("CONV3-16", (16, 8, 8), 448)}, "channels-first", "output shape is wrong in row 2"),
        ({2: ("ReLU", (8, 8, 16), 448)}, "layers-without-parameters", "row 3 (ReLU)"),
        ({3: ("FC-10", (10,), 10251)}, "", "row 4"),
        ({1: ("CONV3-16", (8, 8, 16), 447)}, "", "row 2"),
        ({1: ("CONV3-16", (8.5, 8.5, 16), 448)}, "", "whole numbers"),
        ({1: ("CONV3-16", "8x8x16", 448)}, "", "text"),
        ({1: VGG_ROWS[2], 2: VGG_ROWS[1]}, "wrong-order-of-layers", "row 2"),
        ({1: ("CONV3-16", 448)}, "", "form"),
    ],
)
def test_layer_table_names_rows_and_mistakes(change, diagnosis, words):
    """Every wrong row is named, no right value is told."""
    rows = [change.get(i, row) for i, row in enumerate(VGG_ROWS)]
    failed = failure(checks.layer_table, rows, VGG_ROWS)
    assert failed.diagnosis == diagnosis
    assert words in failed.message
    assert "10250" not in failed.message


def test_layer_table_counts_rows():
    """A missing row and something that is no table."""
    assert "3 rows: some are missing" in failure(checks.layer_table, VGG_ROWS[:3], VGG_ROWS).message
    assert "list of rows" in failure(checks.layer_table, "rows", VGG_ROWS).message


@pytest.mark.parametrize(("correct", "score"), [(8499, 0.0), (8500, 0.5), (8600, 0.625), (8700, 0.75), (8899, 0.99875)])
def test_accuracy_marks_rise_linearly_from_half(correct, score):
    """85 % gives half, 89 % all, a straight line between, nothing below."""
    assert failure(checks.accuracy, correct, 10_000, 0.85, 0.89).score == pytest.approx(score)


def test_accuracy_full_marks_and_open_parameters():
    """The full mark passes, ``at_pass`` moves the first step, and 84.999 % does not read as 85 %."""
    assert checks.accuracy(89, 100, 0.85, 0.89) == 0.89
    assert checks.accuracy(85, 100, 0.85, 0.85) == 0.85
    assert failure(checks.accuracy, 85, 100, 0.85, 0.89, at_pass=0.2).score == pytest.approx(0.2)
    assert "84.99 %" in failure(checks.accuracy, 84_999, 100_000, 0.85, 0.89).message
    with pytest.raises(AuthorError):
        checks.accuracy(5, 4, 0.85, 0.89)


def test_loss_decreases():
    """Falls, stays, rises, falls too little, holds NaN, has the wrong length."""
    checks.loss_decreases([2.3, 1.0, 0.6], to=0.5, count=3)
    checks.loss_decreases(np.array([-1.0, -2.0]))
    assert failure(checks.loss_decreases, [2.3, 2.3, 2.3]).diagnosis == "loss-constant"
    assert failure(checks.loss_decreases, [1.0, 0.5, 1.2]).problem == "loss-does-not-fall"
    assert failure(checks.loss_decreases, [1.0, 0.9], to=0.5).problem == "loss-falls-too-little"
    assert "NaN" in failure(checks.loss_decreases, [1.0, math.nan]).message
    assert "too few" in failure(checks.loss_decreases, [2.0, 1.0], count=3).message
    assert "two" in failure(checks.loss_decreases, [2.0]).message


# --- retraining ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accuracies", "decision"),
    [
        ([0.90], "accept"),
        ([0.80], "reject"),
        ([0.851], "train again"),
        ([0.849, 0.852], "accept"),
        ([0.851, 0.84], "reject"),
        ([0.9, 0.1], "accept"),
    ],
)
def test_retraining_decides_near_the_threshold_only(accuracies, decision):
    """Far from the threshold the first training decides, near it the mean of two."""
    assert checks.retrain_rule(accuracies, 0.85, 10_000, 0.004).decision == decision


@pytest.mark.parametrize(("n_test", "seed_sd"), [(10_000, 0.004), (500, 0.004), (2000, 0.0), (50_000, 0.02)])
def test_retraining_rates_agree_with_simulation(n_test, seed_sd):
    """Draw recipes at threshold ± margin, apply the rule, count: within four standard errors of the computed rates."""
    rng, trials, threshold, margin = np.random.default_rng(11), 20_000, 0.85, 0.01
    rule = checks.retrain_rule([threshold], threshold, n_test, seed_sd, margin)
    test_sd = math.sqrt(threshold * (1 - threshold) / n_test)
    band = 2 * math.hypot(seed_sd, test_sd)
    for true, rate in ((threshold + margin, rule.false_fail), (threshold - margin, 1 - rule.false_pass)):
        shared = rng.normal(true, test_sd, trials)
        first, second = shared + rng.normal(0, 1, (2, trials)) * seed_sd
        alone = np.abs(first - threshold) > band
        rejected = np.where(alone, first < threshold, (first + second) / 2 < threshold).mean()
        assert abs(rejected - rate) < 4 * math.sqrt(max(rate * (1 - rate), 1e-4) / trials)


def test_retraining_refuses_senseless_input():
    """The author's faults are told as such."""
    with pytest.raises(AuthorError, match="one or two"):
        checks.retrain_rule([], 0.85, 100, 0.01)
    with pytest.raises(AuthorError, match="threshold"):
        checks.retrain_rule([0.9], 1.5, 100, 0.01)


def test_weights_are_judged_by_the_data_they_were_trained_on(tmp_path, monkeypatch):
    """Real weights are nobody's fault where only a stand-in is at hand; whatever the file does not note is taken."""
    monkeypatch.delenv("AUTOGRADER_DATA", raising=False)
    assert checks.trained_on("stand-in", "mnist", "net.pt") == checks.trained_on("", "mnist", "net.pt") == ""
    with pytest.raises(GraderError, match=r"net\.pt was trained on the real mnist and only a stand-in is at hand"):
        checks.trained_on("real", "mnist", "net.pt")
    monkeypatch.setattr("autograder.data.kind", lambda name: "real")
    assert "trained on the stand-in" in checks.trained_on("stand-in", "mnist", "net.pt")
    assert checks.trained_on("real", "mnist", "net.pt") == ""
