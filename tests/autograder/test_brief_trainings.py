"""The losses of a short training, as the hidden tests of backprop judge them: measured sequences in, verdicts out."""

from types import SimpleNamespace

import numpy as np
import pytest

from tests.backprop.hidden.weights import CATS, check_training

CLIMBS = [51.6, 1.53e3, 3.91e4, 4.39e5, 1.23e7, 2.54e8]
CLIMBS_AND_LANDS_AT_0 = [108.0, 2.3e3, 7.3e4, 3.65e4, 0.0, 0.0]
"""One training of the reference network in fifteen, when the sign of its loss was wrong."""
FALLS = [2.54, 0.0168, 0.0, 0.0, 0.0, 0.0]
CLIMBS_FIRST = [0.9, 21.0, 3.1, 0.8, 0.7, 0.69]
"""A learning rate that is too large for the first steps."""


def student(*trainings):
    """Answers the requests for a training with these losses, one after the other, and keeps those that are left."""
    left = list(trainings)

    def probe(name, make, train, x, y, epochs, seed):
        return {"losses": left.pop(0), "unchanged": [], "of": 6, "calls": [True] * epochs, "mutated": False}

    return SimpleNamespace(probe=probe, left=left)


def check(who):
    check_training(who, CATS, np.random.default_rng(0), count=160, epochs=6)


def test_a_training_that_climbed_and_landed_at_0_by_luck_is_looked_at_again():
    with pytest.raises(AssertionError, match="does not fall"):
        check(student(CLIMBS_AND_LANDS_AT_0, CLIMBS_AND_LANDS_AT_0, CLIMBS, FALLS))


def test_a_training_that_falls_is_looked_at_once():
    who = student(FALLS, CLIMBS)
    check(who)
    assert who.left == [CLIMBS]


def test_a_training_that_falls_after_a_climb_is_right():
    check(student(*[CLIMBS_FIRST] * 9))
