"""T2.3: the perceptron with its linear layers initialised by another scheme."""

from __future__ import annotations

import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("fashion_reinit")


def test_names_the_scheme(student):
    """reinitialise returns a dictionary whose "scheme" is the name of a function of torch.nn.init."""
    returned = student.probe("reinitialised_layers", "make_fashion_mlp", [1])["returned"][0]
    checks.keys(returned, ["scheme"], "what reinitialise returns")
    if not isinstance(returned["scheme"], str) or not hasattr(torch.nn.init, returned["scheme"].rsplit(".", 1)[-1]):
        checks.fail(f"torch.nn.init has no function {returned['scheme']!r}. Return a name such as kaiming_normal_.")
