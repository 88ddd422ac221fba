"""P1.5: the three curves of ten losses."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from tests.backprop.hidden import catalogue
from tests.backprop.hidden import catalogue_training as training
from tests.backprop.hidden.adapter import activations, standard
from tests.backprop.hidden.losses import nearest_loss

pytestmark = pytest.mark.task("init_comparison")
SIZES = (40, 30, 20, 4)
SCHEMES = ("zero", "normal", "glorot")
SHARES = (60, 45, 30, 15)
"""Samples of each class: unequal, so that the class prior is not the uniform distribution."""
EPOCHS = 10
LEAST_AT_FIRST = {"relu": 4.0, "tanh": 0.0, "sigmoid": 0.0}
"""Least loss of "normal" before training, in units of ln(classes). With ReLU, the smallest of 2,000 draws was 10; tanh
and the sigmoid bound the scores, so a lucky draw can begin low."""


@pytest.fixture(scope="module")
def compared(student, request):
    """The curves and networks that compare_initialisations returns for well separated clusters."""
    rng = np.random.default_rng(request.getfixturevalue("cluster_seed"))
    y = rng.permutation(np.repeat(np.arange(4), SHARES))
    x = rng.normal(size=(len(y), SIZES[0])) + 1.5 * rng.normal(size=(4, SIZES[0]))[y]
    names = activations(student)
    name = next(name for name in ("relu", "tanh", "sigmoid") if name in names)
    options = {"epochs": EPOCHS, "learning_rate": 0.1, "batch_size": 10, "seed": 5}
    curves = student.probe("compared", list(SIZES), name, x, y, options)
    checks.keys(curves, SCHEMES, "the result of compare_initialisations")
    return {"x": x, "y": y, "name": name, "curves": curves}


def losses_of(compared, scheme):
    what = f'the list of losses of "{scheme}"'
    return checks.array(compared["curves"][scheme]["losses"], (EPOCHS,), what)


def test_ten_losses_for_each_scheme(compared):
    """Each of the three schemes has one loss per epoch."""
    for scheme in SCHEMES:
        losses_of(compared, scheme)


def test_losses_are_averages_over_all_of_the_training_data(compared):
    """The last loss of each curve is the loss of the returned network on the whole training set."""
    x, y, name = compared["x"], compared["y"], compared["name"]
    for scheme in SCHEMES:
        losses = losses_of(compared, scheme)
        parameters = standard(compared["curves"][scheme]["parameters"], SIZES)
        right = nearest_loss(losses[-1], parameters, x, y, name)  # "normal" makes some labels all but impossible
        candidates = [
            (catalogue.LOSS_SUMMED, len(y) * right),
            (catalogue.LOSS_SUM_OF_BATCHES, right * len(y) / 10),
        ]
        what = f'the last loss of "{scheme}", compared with the whole training set,'
        checks.close(losses[-1], right, what, rtol=2e-3, atol=1e-6, candidates=candidates)


def test_zero_stays_at_the_class_prior(compared):
    """With zero weights only the last bias learns, so the loss falls to the entropy of the classes and stays."""
    shares = np.array(SHARES) / sum(SHARES)
    entropy = float(-(shares * np.log(shares)).sum())
    losses = losses_of(compared, "zero")
    if compared["name"] == "sigmoid":  # hidden units of ½ let the last layer learn a little
        if not 0.5 * entropy < losses[-1] < 1.1 * np.log(4):
            checks.fail(training.ZERO_CURVE_OTHER)
        return
    if losses[-1] < 0.98 * entropy:
        checks.fail(training.ZERO_CURVE_TOO_LOW)
    if losses[-1] > 1.05 * entropy:
        checks.fail(training.ZERO_CURVE_TOO_HIGH)


def test_curves_lie_in_the_right_order(student, compared):
    """Before training, zero has a loss of ln(classes) and normal a higher one; at the end, Glorot is below zero."""
    zero, glorot = losses_of(compared, "zero"), losses_of(compared, "glorot")
    if glorot[-1] >= 0.8 * zero[-1]:
        checks.fail(training.GLOROT_NOT_BETTER)
    options = {"epochs": 1, "learning_rate": 1e-7, "batch_size": 150, "seed": 5}
    curves = student.probe("compared", list(SIZES), compared["name"], compared["x"], compared["y"], options)
    first = {s: checks.array(curves[s]["losses"], (1,), f'the loss of "{s}"')[0] for s in SCHEMES}
    checks.close(
        first["zero"], np.log(SIZES[-1]), 'the first loss of "zero" for a learning rate of almost 0', rtol=2e-5
    )
    if first["normal"] < LEAST_AT_FIRST[compared["name"]] * np.log(SIZES[-1]):
        checks.fail(training.NORMAL_BEGINS_LOW)
