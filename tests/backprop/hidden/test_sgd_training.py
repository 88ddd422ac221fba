"""P1.3: one step of gradient descent, and training by mini-batches."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from autograder import checks
from autograder.checks.dense_mistakes import dense_gradients, right_steps, take_steps
from solutions.backprop.mlp import mean_loss
from tests.backprop.hidden import catalogue
from tests.backprop.hidden.adapter import activations, draw, draw_clear, draw_labels, standard
from tests.backprop.hidden.losses import nearest_loss

pytestmark = pytest.mark.task("sgd_training")
SIZES = (6, 7, 5, 3)
RATE = 0.3


@pytest.mark.task("sgd_training", weight=2)
@pytest.mark.parametrize("rate", [RATE, 0.01])
def test_a_step_is_the_learning_rate_times_the_gradient(student, rng, rate):
    """sgd_step sets every parameter to θ − learning_rate · gradient, in two steps on different batches."""
    for name in activations(student):
        parameters, batches = two_batches(rng, name, rate)
        replies = student.probe("stepped", list(SIZES), name, parameters, batches, rate)
        states = [standard(state, SIZES) for state in replies]
        for (x, y), before, after in zip(batches, states[:-1], states[1:], strict=True):
            gradients = dense_gradients(before, x, y, name)
            check_step(after, before, gradients, x, y, name, rate)


def two_batches(rng, name, rate):
    """Parameters and two batches; each batch is clear of rounding at the parameters that it meets."""
    while True:
        x, y, parameters = draw_clear(rng, SIZES, name, 5, 0.8)
        later = [
            (W - rate * dW, b - rate * db)
            for (W, b), (dW, db) in zip(parameters, dense_gradients(parameters, x, y, name), strict=True)
        ]
        second = rng.normal(size=(8, SIZES[0]))
        labels = draw_labels(rng, later, second, name)
        if labels is not None:
            return parameters, [(x, y), (second, labels)]


def check_step(after, before, gradients, x, y, name, rate):
    """Compare the steps, divided by the learning rate, so that a mistake of the step shows as a wrong gradient."""
    stepped = [((W0 - W1) / rate, (b0 - b1) / rate) for (W0, b0), (W1, b1) in zip(before, after, strict=True)]
    if all(not np.any(change) for pair in stepped for change in pair):
        checks.fail(catalogue.NOTHING_UPDATED)
    early = replace(right_steps(before, name), carry=lambda kept, W, dW: (W - rate * dW).T)
    zero = [(0 * dW, 0 * db) for dW, db in gradients]
    mistakes = [
        (catalogue.UPDATED_TOO_EARLY, take_steps(before, x, y, early)),
        (catalogue.BIASES_NOT_UPDATED, [(dW, none) for (dW, _), (_, none) in zip(gradients, zero, strict=True)]),
        (catalogue.WEIGHTS_NOT_UPDATED, [(none, db) for (_, db), (none, _) in zip(gradients, zero, strict=True)]),
        (catalogue.ONLY_LAST_LAYER_UPDATED, [*zero[:-1], gradients[-1]]),
        (catalogue.STEP_UPHILL, [(-dW, -db) for dW, db in gradients]),
        (catalogue.RATE_LEFT_OUT, [(dW / rate, db / rate) for dW, db in gradients]),
        (catalogue.STEP_DIVIDED_TWICE, [(dW / len(x), db / len(x)) for dW, db in gradients]),
    ]
    names = [f"the step of {kind}{layer}" for layer in range(1, len(before) + 1) for kind in "Wb"]
    checks.network_gradients(
        stepped, gradients, mistakes=mistakes, batch_size=len(x), rtol=1e-3, atol=1e-5, names=names
    )


def train(student, rng, samples, parameters=None, sizes=SIZES, y=None, **options) -> Any:
    """(activation, x, y, reply of the probe ``trained``) for a training on random data."""
    name = activations(student)[0]
    x, drawn, start = draw_clear(rng, sizes, name, samples)
    y = drawn if y is None else y
    given = {"epochs": 1, "learning_rate": 1e-3, "batch_size": 4, "seed": 3} | options
    reply = student.probe("trained", list(sizes), name, parameters or start, x, y, given)
    return name, x, y, reply


@pytest.mark.task("sgd_training", weight=1)
def test_every_sample_is_used_once_in_an_epoch(student, rng):
    """An epoch over five samples in batches of four steps once on four samples and once on the fifth, in any order."""
    sizes = (6, 7, 4, 5)  # each sample has its own label, so that mixed-up labels show; no layer is square
    rate = 1e-4  # so small that both steps have the gradients of the start, and large enough for float32
    name, x, y, reply = train(student, rng, 5, sizes=sizes, y=rng.permutation(5), learning_rate=rate)
    before, after = standard(reply["before"], sizes), standard(reply["after"], sizes)
    change = flat([((b - a) / rate, (d - c) / rate) for (a, c), (b, d) in zip(after, before, strict=True)])
    each = [flat(dense_gradients(before, x[i : i + 1], y[i : i + 1], name)) for i in range(5)]
    whole = sum(each)
    possible = [(None, [(whole - each[last]) / 4 + each[last] for last in range(5)])]
    possible.append((catalogue.LAST_BATCH_LEFT_OUT, [(whole - each[last]) / 4 for last in range(5)]))
    possible.append((catalogue.LAST_BATCH_DIVIDED_BY_FULL, [whole / 4]))
    possible.append((catalogue.ONE_BATCH_PER_EPOCH, [whole / 5]))
    possible.append((catalogue.ONLY_LAST_BATCH_USED, each))
    distances = [min(np.abs(change - sum_of_steps).max() for sum_of_steps in sums) for _, sums in possible]
    nearest = int(np.argmin(distances))
    if distances[nearest] / np.abs(each).max() > 0.02:
        checks.fail(catalogue.SAMPLES_NOT_USED_ONCE)
    mistake = possible[nearest][0]
    if mistake:
        checks.fail(mistake)


def flat(gradients):
    return np.concatenate([array.ravel() for pair in gradients for array in pair])


@pytest.mark.task("sgd_training", weight=1)
def test_losses_are_those_of_the_whole_training_set(student, rng):
    """The loss of an epoch is the mean over all samples, with the parameters at the end of the epoch."""
    samples = 7
    name, x, y, reply = train(student, rng, samples, epochs=1, learning_rate=0.5, batch_size=samples)
    before, after = standard(reply["before"], SIZES), standard(reply["after"], SIZES)
    loss = checks.array(reply["losses"], (1,), "the result of train")[0]
    right = nearest_loss(loss, after, x, y, name)
    candidates = [
        (catalogue.LOSS_BEFORE_UPDATE, mean_loss(before, x, y, name)),
        (catalogue.LOSS_SUMMED, samples * right),
    ]
    checks.close(loss, right, "the loss of an epoch", candidates=candidates, rtol=1e-3)
    name, x, y, reply = train(student, rng, samples, epochs=2, learning_rate=1e-6)
    held = standard(reply["before"], SIZES)
    losses = checks.array(reply["losses"], (2,), "the result of train")
    of_batches = [
        mean_loss(held, x[list(part)], y[list(part)], name)
        for size in (3, 4)
        for part in combinations(range(samples), size)
    ]
    right = mean_loss(held, x, y, name)
    candidates = [(catalogue.LOSS_SUM_OF_BATCHES, 2 * right)]
    for loss in losses:
        of_last_batch = min(abs(loss - of_batch) for of_batch in of_batches) < 1e-4 * right
        if abs(loss - right) > 1e-3 * right and of_last_batch:
            checks.fail(catalogue.LOSS_OF_LAST_BATCH)
        checks.close(loss, right, "the loss of an epoch", candidates=candidates, rtol=1e-3)


@pytest.mark.task("sgd_training", weight=1)
def test_training_lowers_the_loss(student):
    """Twenty epochs on well separated classes lower the loss to a fifth, and train returns a number for each epoch.

    The data are fixed. With other draws of data and weights, a correct answer reaches at most 0.011 of the first loss
    (150 draws), and an answer that updates the biases alone reaches 0.14 at best.
    """
    rng, sizes = np.random.default_rng(6135), (6, 30, 20, 3)
    name = activations(student)[0]
    y = np.arange(90) % 3
    x = 0.5 * (rng.normal(size=(90, sizes[0])) + 4 * np.eye(3, sizes[0])[y])
    parameters = [(W, 0 * b) for W, b in draw(rng, sizes, 0.3)]
    options = {"epochs": 20, "learning_rate": 0.2, "batch_size": 8, "seed": 1}
    reply = student.probe("trained", list(sizes), name, parameters, x, y, options)
    losses = checks.array(reply["losses"], (20,), "the result of train")
    start = mean_loss(standard(reply["before"], sizes), x, y, name)
    checks.loss_decreases([start, losses[-1]], to=0.2)


@pytest.mark.task("sgd_training", weight=1)
def test_training_leaves_the_data_alone_and_repeats(student, rng):
    """train does not change x and y or their order, and the same seed gives the same network."""
    parameters = draw(rng, SIZES)
    name, x, y, reply = train(student, rng, 9, parameters, epochs=2, learning_rate=0.3)
    checks.not_mutated(x, reply["x"], "x")
    checks.not_mutated(y, reply["y"], "y")
    options = {"epochs": 2, "learning_rate": 0.3, "batch_size": 4, "seed": 3}
    again = student.probe("trained", list(SIZES), name, parameters, x, y, options)
    first, second = (flat(standard(state["after"], SIZES)) for state in (reply, again))
    if not np.allclose(first, second, rtol=1e-4, atol=1e-6):
        checks.fail(catalogue.TRAINING_NOT_REPEATABLE)
