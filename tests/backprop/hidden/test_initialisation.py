"""P1.4: zero, normal and Glorot's initialisation. A right answer fails a statistical check less than once in 10⁹."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from solutions.backprop.mlp import glorot_bound
from tests.backprop.hidden.adapter import activations, standard

SIZES = (90, 40, 30, 20)
FALSE_FAIL = 1e-10


def drawn(student, function, seeds=(1, 2, 1)):
    """The parameters for each seed, W (in, out)."""
    name = activations(student)[0]
    found = student.probe("initialised", function, list(SIZES), name, list(seeds))
    return [standard(state, SIZES) for state in found]


def check_biases(states):
    for layer, (_, b) in enumerate(states[0], 1):
        if np.any(b):
            checks.fail(f"the bias of layer {layer} is not zero.", "bias not zero")


def check_seeds(states):
    """Seeds 1, 2, 1."""
    first, other, again = (np.concatenate([W.ravel() for W, _ in state]) for state in states)
    if not np.array_equal(first, again):
        checks.fail("the same seed gives different weights: draw from a generator made from the seed.", "seed unused")
    if np.array_equal(first, other):
        checks.fail("another seed gives the same weights: the seed is not used.", "seed unused")


def check_independent(states):
    """The layers do not begin with the same numbers."""
    weights = [W for W, _ in states[0]]
    for one, two in ((0, 1), (1, 2), (0, 2)):
        for a in (weights[one], weights[one].T):
            for b in (weights[two], weights[two].T):
                first, second = a.ravel()[:50], b.ravel()[:50]
                if abs(np.corrcoef(first, second)[0, 1]) > 0.99:
                    checks.fail(
                        "two layers get the same random numbers: the seed is set anew for each.", "same numbers"
                    )


@pytest.mark.task("init_zero")
def test_everything_is_zero(student):
    """All weights and biases are zero, also where the network had others."""
    states = drawn(student, "initialize_zero")
    check_biases(states)
    for layer, (W, _) in enumerate(states[0], 1):
        if np.any(W):
            left = "are those from before" if np.all(W == 1) else "are not zero"
            checks.fail(f"the weights of layer {layer} {left}.", "weights not zero")


@pytest.mark.task("init_normal", weight=3)
@pytest.mark.parametrize("layer", [0, 1, 2])
def test_weights_are_standard_normal(student, layer):
    """The weights of every layer are draws from N(0, 1)."""
    weight = drawn(student, "initialize_normal")[0][layer][0]
    checks.normal(weight, mean=0.0, std=1.0, what=f"the weights of layer {layer + 1}", false_fail=FALSE_FAIL)


@pytest.mark.task("init_normal")
def test_normal_biases_are_zero(student):
    """The biases are zero."""
    check_biases(drawn(student, "initialize_normal"))


@pytest.mark.task("init_normal")
def test_normal_seed_decides(student):
    """The seed decides the weights, and no two layers share their numbers."""
    states = drawn(student, "initialize_normal")
    check_seeds(states)
    check_independent(states)


@pytest.mark.task("init_glorot", weight=3)
@pytest.mark.parametrize("layer", [0, 1, 2])
def test_weights_are_uniform_within_the_glorot_bound(student, layer):
    """The weights of every layer are uniform on ±sqrt(6 / (inputs + outputs)) of that layer; no layer is square."""
    weight = drawn(student, "initialize_glorot")[0][layer][0]
    fan_in, fan_out = SIZES[layer], SIZES[layer + 1]
    other = {
        "the bound is sqrt(6 / inputs)": np.sqrt(6 / fan_in),
        "the bound is sqrt(6 / outputs)": np.sqrt(6 / fan_out),
        "the bound is sqrt(3 / (inputs + outputs))": np.sqrt(3 / (fan_in + fan_out)),
        "the bound is 6 / (inputs + outputs): the square root is missing": 6 / (fan_in + fan_out),
        "the bound is sqrt(1 / inputs)": np.sqrt(1 / fan_in),
        "the bound is sqrt(2 / (inputs + outputs)), which is the standard deviation": np.sqrt(2 / (fan_in + fan_out)),
        "the bound is that of the first layer": glorot_bound(*SIZES[:2]),
        "the weights are uniform on ±1, or on 0 to 1": 1.0,
    }
    bound = glorot_bound(fan_in, fan_out)
    wrong = {name: value for name, value in other.items() if not np.isclose(value, bound)}
    checks.uniform(weight, bound, FALSE_FAIL, wrong, f"the weights of layer {layer + 1}")


@pytest.mark.task("init_glorot")
def test_glorot_biases_are_zero(student):
    """The biases are zero."""
    check_biases(drawn(student, "initialize_glorot"))


@pytest.mark.task("init_glorot")
def test_glorot_seed_decides(student):
    """The seed decides the weights, and no two layers share their numbers."""
    states = drawn(student, "initialize_glorot")
    check_seeds(states)
    check_independent(states)
