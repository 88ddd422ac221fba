"""T1.1: the first layer after which the activations hold nan or inf."""

from __future__ import annotations

import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("exploding_activations")


def test_multiplying_by_ten_overflows_after_layer_39(student):
    """Float32 ends at 3.4·10³⁸: from 1, multiplied by 10 in each layer, 10³⁹ after layer 39 is infinite."""
    layers = [10 * torch.eye(3)] * 45
    checks.same(student.exploding_layer(torch.ones(3), layers), 39, "the number of the layer")
    checks.same(student.exploding_layer(torch.ones(3), layers[:38]), None, "the result for 38 layers")
