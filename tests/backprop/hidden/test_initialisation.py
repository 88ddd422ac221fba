"""P1.4: zero, normal and Glorot's initialisation. Correct answers fail a statistical check once in 10⁹ times."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from solutions.backprop.mlp import glorot_bound
from tests.backprop.hidden import catalogue_training as catalogue
from tests.backprop.hidden.adapter import activations, standard

SIZES = (90, 40, 30, 20)
FALSE_FAIL = 1e-10


def initialise(student, function, seeds=(1, 2, 1)):
    """The parameters after ``function(net, seed)`` for each seed, W (in, out)."""
    name = activations(student)[0]
    states = student.probe("initialised", function, list(SIZES), name, list(seeds))
    return [standard(state, SIZES) for state in states]


def check_biases(states):
    for layer, (_, b) in enumerate(states[0], 1):
        if np.any(b):
            checks.fail(catalogue.BIAS_NOT_ZERO(layer=str(layer)))


def check_seeds(states):
    """The states for the seeds 1, 2 and 1 are equal where the seeds are, and nowhere else."""
    first, other, again = (np.concatenate([W.ravel() for W, _ in state]) for state in states)
    if not np.array_equal(first, again):
        checks.fail(catalogue.SEED_IGNORED)
    if np.array_equal(first, other):
        checks.fail(catalogue.SEED_FIXED)


def check_independent(states):
    """The layers do not begin with the same numbers."""
    weights = [W for W, _ in states[0]]
    for i, j in ((0, 1), (1, 2), (0, 2)):
        for a in (weights[i], weights[i].T):
            for b in (weights[j], weights[j].T):
                first, second = a.ravel()[:50], b.ravel()[:50]
                if abs(np.corrcoef(first, second)[0, 1]) > 0.99:
                    checks.fail(catalogue.SAME_NUMBERS_IN_LAYERS)


@pytest.mark.task("init_zero")
def test_everything_is_zero(student):
    """initialize_zero sets all weights and biases to zero, also where they had other values before."""
    states = initialise(student, "initialize_zero")
    check_biases(states)
    for layer, (W, _) in enumerate(states[0], 1):
        if np.any(W):
            entry = catalogue.OLD_WEIGHTS_KEPT if np.all(W == 1) else catalogue.WEIGHTS_NOT_ZERO
            checks.fail(entry(layer=str(layer)))


@pytest.mark.task("init_normal", weight=3)
@pytest.mark.parametrize("layer", [0, 1, 2])
def test_weights_are_standard_normal(student, layer):
    """The weights of every layer are draws from N(0, 1)."""
    weight = initialise(student, "initialize_normal")[0][layer][0]
    checks.normal(weight, mean=0.0, std=1.0, what=f"the weights of layer {layer + 1}", false_fail=FALSE_FAIL)


@pytest.mark.task("init_normal")
def test_normal_biases_are_zero(student):
    """All biases are zero."""
    check_biases(initialise(student, "initialize_normal"))


@pytest.mark.task("init_normal")
def test_normal_seed_decides(student):
    """The seed determines the weights, and no two layers begin with the same numbers."""
    states = initialise(student, "initialize_normal")
    check_seeds(states)
    check_independent(states)


@pytest.mark.task("init_glorot", weight=3)
@pytest.mark.parametrize("layer", [0, 1, 2])
def test_weights_are_uniform_within_the_glorot_bound(student, layer):
    """The weights of every layer are uniform on ±sqrt(6 / (inputs + outputs)) of that layer; no layer is square."""
    weight = initialise(student, "initialize_glorot")[0][layer][0]
    fan_in, fan_out = SIZES[layer], SIZES[layer + 1]
    other = [
        (catalogue.BOUND_FAN_IN, np.sqrt(6 / fan_in)),
        (catalogue.BOUND_FAN_OUT, np.sqrt(6 / fan_out)),
        (catalogue.BOUND_THREE, np.sqrt(3 / (fan_in + fan_out))),
        (catalogue.BOUND_WITHOUT_ROOT, 6 / (fan_in + fan_out)),
        (catalogue.BOUND_ONE_OVER_FAN_IN, np.sqrt(1 / fan_in)),
        (catalogue.BOUND_IS_STD, np.sqrt(2 / (fan_in + fan_out))),
        (catalogue.BOUND_OF_FIRST_LAYER, glorot_bound(*SIZES[:2])),
        (catalogue.BOUND_ONE, 1.0),
    ]
    bound = glorot_bound(fan_in, fan_out)
    wrong = [(mistake, value) for mistake, value in other if not np.isclose(value, bound)]
    checks.uniform(weight, bound, FALSE_FAIL, wrong, f"the weights of layer {layer + 1}")


@pytest.mark.task("init_glorot")
def test_glorot_biases_are_zero(student):
    """All biases are zero."""
    check_biases(initialise(student, "initialize_glorot"))


@pytest.mark.task("init_glorot")
def test_glorot_seed_decides(student):
    """The seed determines the weights, and no two layers begin with the same numbers."""
    states = initialise(student, "initialize_glorot")
    check_seeds(states)
    check_independent(states)
