"""Q5: invariances of a network on DNA sequences."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("invariances")

D = 3
W1, W2 = np.arange(1.0, 145.0).reshape(4, D, 4, D), np.arange(1.0, 13.0).reshape(4, D)


def test_weights_keep_their_shapes(student):
    """The four functions on weights return a pair (W1, W2) of the shapes that they were given."""
    _pair(student.rescale_unit(W1, W2, 2, 1, 2.0), "rescale_unit")
    _pair(student.permute_units(W1, W2, np.arange(4 * D)[::-1].copy()), "permute_units")
    _pair(student.tie_reversal(W1, W2), "tie_reversal")
    _pair(student.tie_pairs(W1, W2), "tie_pairs")


def test_doing_nothing(student):
    """A factor of 1 and the order 0, 1, 2, … leave the weights as they are."""
    answers = {
        "rescale_unit": student.rescale_unit(W1, W2, 0, 0, 1.0),
        "permute_units": student.permute_units(W1, W2, np.arange(4 * D)),
    }
    for function, answer in answers.items():
        new_W1, new_W2 = _pair(answer, function)
        checks.close(new_W1, W1, f"W1 of {function}")
        checks.close(new_W2, W2, f"W2 of {function}")


def test_normalised_input_keeps_its_shape(student):
    """normalise returns a finite matrix of the shape of its input."""
    checks.array(student.normalise(np.arange(1.0, 13.0).reshape(4, D)), (4, D), "normalise(X)")


def _pair(value, function):
    """(W1, W2) as arrays; fails where their shapes are wrong."""
    if not isinstance(value, list) or len(value) != 2:
        checks.fail(f"{function} does not return the pair (W1, W2).")
    return [
        checks.array(array, given.shape, f"W{number} of {function}")
        for number, (array, given) in enumerate(zip(value, (W1, W2), strict=True), start=1)
    ]
