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
from tests.backprop.hidden.adapter import activations, clear_of_rounding, draw, settled, standard

pytestmark = pytest.mark.task("sgd_training")
SIZES = (6, 7, 5, 3)
RATE = 0.3


def moved(parameters, gradients, rate):
    return [(W - rate * dW, b - rate * db) for (W, b), (dW, db) in zip(parameters, gradients, strict=True)]


def batch(rng, samples, sizes=SIZES):
    return rng.normal(size=(samples, sizes[0])), rng.integers(sizes[-1], size=samples)


@pytest.mark.task("sgd_training", weight=2)
@pytest.mark.parametrize("rate", [RATE, 0.01])
def test_a_step_is_the_learning_rate_times_the_gradient(student, rng, rate):
    """Two steps on different batches: every parameter becomes θ − learning_rate · gradient, both times."""
    for name in activations(student):
        parameters, batches = two_batches(rng, name, rate)
        found = student.probe("stepped", list(SIZES), name, parameters, batches, rate)
        states = [standard(state, SIZES) for state in found]
        for (x, y), before, after in zip(batches, states[:-1], states[1:], strict=True):
            gradients = dense_gradients(before, x, y, name)
            check_step(after, before, gradients, x, y, name, rate)


def two_batches(rng, name, rate):
    """Parameters and two batches, both clear of rounding when their turn comes."""
    while True:
        x, y, parameters = settled(rng, SIZES, name, 5, 0.8)
        later = [
            (W - rate * dW, b - rate * db)
            for (W, b), (dW, db) in zip(parameters, dense_gradients(parameters, x, y, name), strict=True)
        ]
        second = batch(rng, 8)
        if clear_of_rounding(later, *second, name):
            return parameters, [(x, y), second]


def check_step(after, before, gradients, x, y, name, rate):
    """What was added, in units of the learning rate, so that a mistake of the step shows as one of the gradient."""
    stepped = [((W0 - W1) / rate, (b0 - b1) / rate) for (W0, b0), (W1, b1) in zip(before, after, strict=True)]
    if all(not np.any(one) for pair in stepped for one in pair):
        checks.fail("sgd_step changes nothing; it is to update the network in place.", "nothing updated")
    early = replace(right_steps(before, name), carry=lambda kept, W, dW: (W - rate * dW).T)
    stale = take_steps(before, x, y, early)
    zero = [(0 * dW, 0 * db) for dW, db in gradients]
    mistakes = {
        "a weight was updated before the error went through it": stale,
        "the biases are not updated": [(dW, none) for (dW, _), (_, none) in zip(gradients, zero, strict=True)],
        "the weights are not updated": [(none, db) for (_, db), (none, _) in zip(gradients, zero, strict=True)],
        "only the last layer is updated": [*zero[:-1], gradients[-1]],
        "the step goes uphill: the gradient is added": [(-dW, -db) for dW, db in gradients],
        "the learning rate is left out": [(dW / rate, db / rate) for dW, db in gradients],
        "the gradient is divided by the batch size once more": [(dW / len(x), db / len(x)) for dW, db in gradients],
    }
    names = [f"the step of {kind}{layer}" for layer in range(1, len(before) + 1) for kind in "Wb"]
    checks.network_gradients(
        stepped, gradients, mistakes=mistakes, batch_size=len(x), rtol=1e-3, atol=1e-5, names=names
    )


def trained(student, rng, samples, parameters=None, sizes=SIZES, y=None, **options) -> Any:
    x, drawn = batch(rng, samples, sizes)
    y = drawn if y is None else y
    name = activations(student)[0]
    given = {"epochs": 1, "learning_rate": 1e-3, "batch_size": 4, "seed": 3} | options
    found = student.probe("trained", list(sizes), name, parameters or draw(rng, sizes), x, y, given)
    return name, x, y, found


@pytest.mark.task("sgd_training", weight=1)
def test_every_sample_is_used_once_in_an_epoch(student, rng):
    """Five samples in batches of four: one step on four of them and one on the fifth, in any order."""
    sizes = (6, 7, 4, 5)  # every sample has a label of its own, so that a mixed-up one shows; no layer is square
    rate = 1e-4  # so small that the second step's gradients are those of the start, so large that float32 holds it
    name, x, y, found = trained(student, rng, 5, sizes=sizes, y=rng.permutation(5), learning_rate=rate)
    before, after = standard(found["before"], sizes), standard(found["after"], sizes)
    change = flat([((b - a) / rate, (d - c) / rate) for (a, c), (b, d) in zip(after, before, strict=True)])
    each = [flat(dense_gradients(before, x[i : i + 1], y[i : i + 1], name)) for i in range(5)]
    whole = sum(each)
    possible = {"": [(whole - each[last]) / 4 + each[last] for last in range(5)]}
    possible["the last, smaller batch is left out"] = [(whole - each[last]) / 4 for last in range(5)]
    possible["the last, smaller batch is divided by the full batch size"] = [whole / 4]
    possible["all samples are in one batch"] = [whole / 5]
    possible["only the last batch is used"] = each
    nearest = min(possible, key=lambda name: min(np.abs(change - one).max() for one in possible[name]))
    distance = min(np.abs(change - one).max() for one in possible[nearest]) / np.abs(each).max()
    if distance > 0.02:
        checks.fail("an epoch does not use every sample exactly once: samples are left out or come twice.", "epoch")
    if nearest:
        checks.fail(f"an epoch does not use every sample exactly once: {nearest}.", nearest)


def flat(gradients):
    return np.concatenate([one.ravel() for pair in gradients for one in pair])


@pytest.mark.task("sgd_training", weight=1)
def test_losses_are_those_of_the_whole_training_set(student, rng):
    """The loss of an epoch is the mean over all samples, with the parameters as they are when the epoch ends."""
    samples = 7
    name, x, y, found = trained(student, rng, samples, epochs=1, learning_rate=0.5, batch_size=samples)
    before, after = standard(found["before"], SIZES), standard(found["after"], SIZES)
    loss = checks.array(found["losses"], (1,), "the result of train", lists_ok=True)[0]
    right = mean_loss(after, x, y, name)
    earlier = mean_loss(before, x, y, name)
    candidates = {
        "it is the loss from before the update": earlier,
        "it is a sum over the samples instead of a mean": samples * right,
    }
    checks.close(loss, right, "the loss of an epoch", candidates=candidates, rtol=1e-3)
    name, x, y, found = trained(student, rng, samples, epochs=2, learning_rate=1e-6)
    held = standard(found["before"], SIZES)
    losses = checks.array(found["losses"], (2,), "the result of train", lists_ok=True)
    of_batches = [
        mean_loss(held, x[list(part)], y[list(part)], name)
        for size in (3, 4)
        for part in combinations(range(samples), size)
    ]
    right = mean_loss(held, x, y, name)
    for loss in losses:
        if abs(loss - right) > 1e-3 * right and min(abs(loss - one) for one in of_batches) < 1e-4 * right:
            checks.fail("the loss of an epoch is that of its last mini-batch, not of all samples.", "last mini-batch")
        checks.close(loss, right, "the loss of an epoch", candidates={"it is a sum of batches": 2 * right}, rtol=1e-3)


@pytest.mark.task("sgd_training", weight=1)
def test_training_lowers_the_loss(student):
    """Twenty epochs on data that can be told apart bring the loss down to a fifth, a number for each epoch.

    The data are fixed. With other draws of data and weights a right answer comes to 0.011 of the first loss at most
    (150 draws), and one that updates the biases alone to 0.14 at best.
    """
    rng, sizes = np.random.default_rng(6135), (6, 30, 20, 3)
    name = activations(student)[0]
    y = np.arange(90) % 3
    x = 0.5 * (rng.normal(size=(90, sizes[0])) + 4 * np.eye(3, sizes[0])[y])
    parameters = [(W, 0 * b) for W, b in draw(rng, sizes, 0.3)]
    options = {"epochs": 20, "learning_rate": 0.2, "batch_size": 8, "seed": 1}
    found = student.probe("trained", list(sizes), name, parameters, x, y, options)
    losses = checks.array(found["losses"], (20,), "the result of train", lists_ok=True)
    start = mean_loss(standard(found["before"], sizes), x, y, name)
    checks.loss_decreases([start, losses[-1]], to=0.2)


@pytest.mark.task("sgd_training", weight=1)
def test_training_leaves_the_data_alone_and_repeats(student, rng):
    """x and y stay as they are, also in their order, and the same seed gives the same network."""
    parameters = draw(rng, SIZES)
    name, x, y, found = trained(student, rng, 9, parameters, epochs=2, learning_rate=0.3)
    checks.not_mutated(x, found["x"], "x")
    checks.not_mutated(y, found["y"], "y")
    options = {"epochs": 2, "learning_rate": 0.3, "batch_size": 4, "seed": 3}
    again = student.probe("trained", list(SIZES), name, parameters, x, y, options)
    one, two = (flat(standard(state["after"], SIZES)) for state in (found, again))
    if not np.allclose(one, two, rtol=1e-4, atol=1e-6):
        checks.fail("training twice with the same seed gives two different networks: seed what shuffles.", "seed")
