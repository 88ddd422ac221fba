"""2.4: the linear model and its gradient descent."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from autograder import checks
from solutions.convnets.toy import make_data, ridge, targets
from tests.convnets.hidden import catalogue_toy_training as catalogue
from tests.convnets.hidden.toy_training import check_losses, run, same_rows, split, step, wrong_steps

pytestmark = pytest.mark.task("toy_linear")

RATE = 0.013
"""Other than the notebook's 0.01."""


@pytest.mark.task("toy_linear", weight=1)
def test_returns_w_and_two_lists(student, rng):
    """learn_linear returns w (4,) and two lists: a training loss and a test loss for each iteration."""
    X, (Y, *_) = make_data(rng, 50, 20)
    for result in run(student, "learn_linear", X, Y, (5, 0.1, RATE), [1, 6], 3):
        checks.shape(result["theta"]["w"], (4,), "w")


@pytest.mark.task("toy_linear", weight=2)
@pytest.mark.parametrize(("batch_size", "lamb"), [(6, 0.0), (1, 0.7), (9, 0.7)])
def test_a_step_is_the_learning_rate_times_the_gradient(student, rng, batch_size, lamb):
    """Steps 3 and 4 are −learning_rate · (gradient + λw). All training samples are equal, so no chance is left."""
    X, Y = same_rows(rng, 12)
    x, y = X["train"][0], Y["train"][0]
    results = run(student, "learn_linear", X, Y, (batch_size, lamb, RATE), [2, 3, 4], 5)
    for before, after in pairwise(results):
        w = before["theta"]["w"]
        right = [2 * (x @ w - y) * x]
        steps = wrong_steps(right, before["theta"], lamb, batch_size, RATE)
        wrong = [(mistake, gradients[0]) for mistake, gradients in steps]
        wrong.append((catalogue.LABEL_KEPT, 2 * (x @ w) * x + lamb * w))
        wrong.append((catalogue.ONE_NUMBER_FOR_W, np.full(4, right[0].mean()) + lamb * w))
        (taken,) = step(before["theta"], after["theta"], RATE)
        checks.close(taken, right[0] + lamb * w, "the step of w", rtol=2e-3, atol=1e-6, candidates=wrong)


@pytest.mark.task("toy_linear", weight=2)
def test_ends_at_the_optimum_of_ridge_regression(student, rng):
    """After 400 iterations w minimises the regularised loss: (2/n XᵀX + λI) w = 2/n Xᵀy.

    Rows are x or −x with labels y or −y, so every batch has the same gradient and nothing depends on chance. From any
    start below 100, a right answer comes within 1e-6. Thirteen of twenty rows are x, so that their mean is not zero.
    """
    x, y, signs = rng.normal(0, 0.7, 4), float(rng.uniform(1, 3)), rng.permutation(np.repeat([1.0, -1.0], (13, 7)))
    x *= 1.4 / np.linalg.norm(x)
    X, Y = split(np.outer(signs, x), rng.normal(size=(5, 4))), split(signs * y, rng.normal(size=5))
    lamb = 1.5
    (result,) = run(student, "learn_linear", X, Y, (4, lamb, 0.05), [400], 7)
    wrong = [
        (catalogue.REGULARISER_WITHOUT_EFFECT, np.linalg.pinv(X["train"]) @ Y["train"]),
        (catalogue.REGULARISER_TOO_STRONG, ridge(X["train"], Y["train"], 2 * lamb)),
        (catalogue.REGULARISER_TOO_WEAK, ridge(X["train"], Y["train"], lamb / 2)),
        (catalogue.SUMMED, ridge(X["train"], Y["train"], lamb / 4)),
    ]
    right = ridge(X["train"], Y["train"], lamb)
    checks.close(result["theta"]["w"], right, "w at the end", rtol=1e-3, candidates=wrong)


@pytest.mark.task("toy_linear", weight=1.5)
def test_losses_are_mean_squared_errors(student, rng):
    """Losses are the means of (p − y)² over the batch and over all test samples, with or without the regulariser."""
    X, Y = same_rows(rng, 10)
    lamb = 0.8
    earlier, later = run(student, "learn_linear", X, Y, (4, lamb, RATE), [2, 3], 2)
    errors = {
        "training": lambda theta: (X["train"] @ theta["w"] - Y["train"])[:4],
        "test": lambda theta: X["test"] @ theta["w"] - Y["test"],
    }
    check_losses(later, earlier, errors, lambda theta: lamb / 2 * float(theta["w"] @ theta["w"]))


@pytest.mark.task("toy_linear", weight=1.5)
def test_batches_are_drawn_at_random(student, rng):
    """With batch_size = 1, each step follows the gradient of one training sample, and the samples vary.

    By chance, all eight steps use the same one of 40 samples with probability 40⁻⁷ < 1e-11.
    """
    X = split(rng.normal(size=(40, 4)), rng.normal(size=(5, 4)))
    Y = split(rng.normal(1, 3, 40), rng.normal(size=5))  # where their mean is 0, centred labels would be right
    results = run(student, "learn_linear", X, Y, (1, 0.0, RATE), list(range(1, 10)), 11)
    chosen = []
    for before, after in pairwise(results):
        (taken,) = step(before["theta"], after["theta"], RATE)
        each = 2 * (X["train"] @ before["theta"]["w"] - Y["train"])[:, None] * X["train"]
        distances = np.abs(each - taken).max(axis=1) / np.abs(taken).max()
        if distances.min() > 1e-3:
            _fail_without_sample(taken, X["train"], before["theta"]["w"], Y["train"], each)
        chosen.append(int(distances.argmin()))
    if len(set(chosen)) == 1:
        checks.fail(catalogue.SAME_SAMPLE)


def _fail_without_sample(taken: np.ndarray, x: np.ndarray, w: np.ndarray, y: np.ndarray, each: np.ndarray) -> None:
    """Fail, with the reason if there is one, because the step belongs to no training sample."""
    if np.abs(taken - each.mean(axis=0)).max() < 1e-3 * np.abs(taken).max():
        checks.fail(catalogue.ALL_SAMPLES)
    mixed = 2 * ((x @ w)[:, None] - y[None, :])[:, :, None] * x[:, None, :]
    if (np.abs(mixed - taken).max(axis=2) < 1e-8 * np.abs(taken).max()).any():
        checks.fail(catalogue.OTHER_LABELS)
    checks.fail(catalogue.NOT_ONE_SAMPLE)


@pytest.mark.task("toy_linear", weight=2)
def test_learns_y1(student, rng):
    """On y1, 1,000 iterations bring the error on new samples below 1 % of the labels' variance.

    Measured: 0.0003 % at most (60 runs from 5 · randn, labels of new samples without noise); predicting 0 has 100 %.
    """
    W = rng.normal(size=(4, 4))
    X = split(5 * (rng.random((1000, 4)) - 0.5), 5 * (rng.random((200, 4)) - 0.5))
    Y = {name: targets(rows, W)[0] * (1 + 0.01 * rng.normal(size=len(rows))) for name, rows in X.items()}
    (result,) = run(student, "learn_linear", X, Y, (32, 1e-3, 0.01), [1000], 1)
    fresh = 5 * (rng.random((500, 4)) - 0.5)
    exact = targets(fresh, W)[0]
    part = float(np.mean((fresh @ result["theta"]["w"] - exact) ** 2) / np.mean(exact**2))
    if part > 0.01:
        checks.fail(catalogue.Y1_NOT_LEARNED(percent=100 * part))
    checks.loss_decreases(result["test"], to=0.5, what="test_loss")


@pytest.mark.task("toy_linear", weight=0.5)
def test_data_stay_as_they_are(student, rng):
    """learn_linear does not change X and Y."""
    X, (Y, *_) = make_data(rng, 20, 10)
    after = student.probe("trainings", "learn_linear", X, Y, [4, 0.1, RATE], [5], 1)
    for name, old, new in (("X", X, after["X"]), ("Y", Y, after["Y"])):
        checks.keys(new, ("train", "test"), name)
        for part in ("train", "test"):
            checks.not_mutated(old[part], new[part], f"{name}['{part}']")
