"""What of torch a network uses is found on the objects; a student's own classes are never reported."""

from __future__ import annotations

import pytest
import torch
from torch import nn
from torch.nn import functional

from autograder.checks import CheckFailed, uses_no
from autograder.probing.torch_forbidden import forbidden_parts


def parts_of(model, optimiser=torch.optim.SGD, inputs=None):
    """The parts used in one training step."""
    steps = optimiser(model.parameters(), lr=0.1)

    def run():
        model(torch.randn(4, 3, 8, 8) if inputs is None else inputs).sum().backward()
        steps.step()

    return forbidden_parts(model, run)


def convolution(*more):
    return nn.Sequential(nn.Conv2d(3, 6, 3), *more)


class Calls(nn.Module):
    """A network that calls a function in its forward pass."""

    def __init__(self, function):
        super().__init__()
        self.first = nn.Conv2d(3, 6, 3)
        self.function = function

    def forward(self, x):
        return self.function(self.first(x))


class BatchNorm2d(nn.Module):
    """A student's own, under torch's name."""

    def __init__(self, channels):
        super().__init__()
        self.gain, self.shift = nn.Parameter(torch.ones(channels)), nn.Parameter(torch.zeros(channels))

    def forward(self, x):
        variance, mean = torch.var_mean(x, dim=(0, 2, 3), keepdim=True, unbiased=False)
        return (x - mean) / (variance + 1e-5).sqrt() * self.gain[:, None, None] + self.shift[:, None, None]


class Dropout(nn.Dropout):
    """Derives from torch's, yet does it by hand."""

    def forward(self, x):
        return x * (torch.rand_like(x) > self.p) / (1 - self.p)


class Adam(torch.optim.Optimizer):
    """A student's own, under torch's name."""

    def __init__(self, parameters, lr):
        super().__init__(parameters, {"lr": lr})

    def step(self, closure=None):
        with torch.no_grad():
            for group in self.param_groups:
                for parameter in group["params"]:
                    parameter -= group["lr"] * parameter.grad / (parameter.grad.abs() + 1e-8)


class PlainAdam:
    """Derives from nothing."""

    def __init__(self, parameters, lr):
        self.parameters, self.lr = list(parameters), lr

    step = Adam.step
    param_groups = property(lambda self: [{"params": self.parameters, "lr": self.lr}])


class Unchanged(nn.BatchNorm2d):
    """Torch's under another name."""


class RenamedAdam(torch.optim.AdamW):
    """Torch's under another name."""


class Hidden(nn.Module):
    """Keeps a module where ``modules()`` does not look."""

    def __init__(self):
        super().__init__()
        self.first, self.parts = nn.Conv2d(3, 6, 3), [nn.BatchNorm2d(6)]

    def forward(self, x):
        return self.parts[0](self.first(x))


@pytest.mark.parametrize(
    ("model", "optimiser"),
    [
        (convolution(BatchNorm2d(6)), torch.optim.SGD),
        (convolution(Dropout(0.5)), torch.optim.SGD),
        (convolution(), Adam),
        (convolution(), PlainAdam),
        (Calls(lambda x: functional.normalize(functional.relu(x))), torch.optim.SGD),
        (Calls(lambda x: x * torch.bernoulli(torch.full_like(x, 0.5))), torch.optim.SGD),
    ],
)
def test_own_code_is_allowed(model, optimiser):
    assert parts_of(model, optimiser) == []


@pytest.mark.parametrize(
    ("model", "says"),
    [
        (convolution(nn.BatchNorm2d(6)), "torch.nn.BatchNorm2d (module 1)"),
        (convolution(Unchanged(6)), "torch.nn.BatchNorm2d (module 1)"),
        (convolution(nn.LayerNorm(6)), "torch.nn.LayerNorm (module 1)"),
        (convolution(nn.GroupNorm(2, 6)), "torch.nn.GroupNorm (module 1)"),
        (convolution(nn.InstanceNorm2d(6)), "torch.nn.InstanceNorm2d (module 1)"),
        (convolution(nn.Dropout2d(0.1)), "torch.nn.Dropout2d (module 1)"),
        (nn.utils.parametrizations.weight_norm(nn.Conv2d(3, 6, 3)), "torch.nn.utils.weight_norm"),
        (Hidden(), "torch.nn.BatchNorm2d"),
        (Calls(lambda x: functional.dropout(x, 0.5)), "torch.nn.functional.dropout"),
        (Calls(lambda x: torch.dropout(x, 0.5, True)), "torch.nn.functional.dropout"),
        (Calls(lambda x: functional.layer_norm(x, x.shape[1:])), "torch.nn.functional.layer_norm"),
        (Calls(lambda x: functional.batch_norm(x, None, None, training=True)), "torch.nn.functional.batch_norm"),
        (Calls(lambda x: torch.ops.aten.native_layer_norm(x, x.shape[1:], None, None, 1e-5)[0]), "torch.native_layer"),
    ],
)
def test_parts_of_the_library_are_found(model, says):
    found = parts_of(model)
    assert any(part.startswith(says) for part in found), found


def test_a_part_is_told_once():
    assert parts_of(convolution(nn.BatchNorm2d(6))) == ["torch.nn.BatchNorm2d (module 1)"]
    assert parts_of(Calls(lambda x: functional.dropout(functional.dropout(x)))) == ["torch.nn.functional.dropout"]


@pytest.mark.parametrize("optimiser", [torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop, torch.optim.Adagrad])
def test_other_optimisers_are_found(optimiser):
    assert parts_of(convolution(), optimiser) == [f"torch.optim.{optimiser.__name__}"]


def test_a_renamed_optimiser_is_found():
    assert parts_of(convolution(), RenamedAdam) == ["torch.optim.AdamW"]


def test_a_subclass_is_found_whose_step_torch_has_wrapped():
    """torch puts its wrapper of ``step`` into the first class that is instantiated: here the subclass."""

    class Mine(torch.optim.Adamax):
        pass

    assert parts_of(convolution(), Mine) == ["torch.optim.Adamax"]


def test_a_subclass_is_found_whose_own_step_calls_that_of_the_library():
    class Counting(torch.optim.Adam):
        def step(self, closure=None):
            return super().step(closure)

    before = torch.optim.Adam.step
    assert parts_of(convolution(), Counting) == ["torch.optim.Adam"]
    assert torch.optim.Adam.step is before


def test_momentum_and_weight_decay_of_sgd_are_allowed():
    made = lambda parameters, lr: torch.optim.SGD(parameters, lr, momentum=0.9, weight_decay=1e-4, nesterov=True)  # noqa: E731
    assert parts_of(convolution(), made) == []


def test_uses_no_names_what_was_found():
    with pytest.raises(CheckFailed, match=r"torch.nn.Dropout \(module 3\): the sheet forbids it; write it yourself"):
        uses_no(["torch.nn.Dropout (module 3)"], "the sheet forbids it")
    uses_no([])
    with pytest.raises(CheckFailed, match="could not be listed"):
        uses_no({"torch": 1})
