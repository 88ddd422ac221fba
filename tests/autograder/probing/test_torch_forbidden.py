"""What of torch a network uses is found on the objects; a student's own classes are never reported."""

from __future__ import annotations

import pytest

from autograder.checks import CheckFailed, uses_no
from tests.helpers.later import import_later

torch = import_later("torch")
nn = import_later("torch.nn")
functional = import_later("torch.nn.functional")
torch_forbidden = import_later("autograder.probing.torch_forbidden")
own = import_later("tests.helpers.own_networks")
pytestmark = pytest.mark.framework


def parts_of(model, optimiser=None, inputs=None):
    """The parts used in one training step."""
    steps = (optimiser or torch.optim.SGD)(model.parameters(), lr=0.1)

    def run():
        model(torch.randn(4, 3, 8, 8) if inputs is None else inputs).sum().backward()
        steps.step()

    return torch_forbidden.forbidden_parts(model, run)


@pytest.mark.parametrize(
    "make",
    [
        lambda: (own.convolution(own.BatchNorm2d(6)), torch.optim.SGD),
        lambda: (own.convolution(own.Dropout(0.5)), torch.optim.SGD),
        lambda: (own.convolution(), own.Adam),
        lambda: (own.convolution(), own.PlainAdam),
        lambda: (own.Calls(lambda x: functional.normalize(functional.relu(x))), torch.optim.SGD),
        lambda: (own.Calls(lambda x: x * torch.bernoulli(torch.full_like(x, 0.5))), torch.optim.SGD),
    ],
)
def test_own_code_is_allowed(make):
    model, optimiser = make()
    assert parts_of(model, optimiser) == []


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: own.convolution(nn.BatchNorm2d(6)), "torch.nn.BatchNorm2d (module 1)"),
        (lambda: own.convolution(own.Unchanged(6)), "torch.nn.BatchNorm2d (module 1)"),
        (lambda: own.convolution(nn.LayerNorm(6)), "torch.nn.LayerNorm (module 1)"),
        (lambda: own.convolution(nn.GroupNorm(2, 6)), "torch.nn.GroupNorm (module 1)"),
        (lambda: own.convolution(nn.InstanceNorm2d(6)), "torch.nn.InstanceNorm2d (module 1)"),
        (lambda: own.convolution(nn.Dropout2d(0.1)), "torch.nn.Dropout2d (module 1)"),
        (lambda: nn.utils.parametrizations.weight_norm(nn.Conv2d(3, 6, 3)), "torch.nn.utils.weight_norm"),
        (lambda: own.Hidden(), "torch.nn.BatchNorm2d"),
        (lambda: own.Calls(lambda x: functional.dropout(x, 0.5)), "torch.nn.functional.dropout"),
        (lambda: own.Calls(lambda x: torch.dropout(x, 0.5, True)), "torch.nn.functional.dropout"),
        (lambda: own.Calls(lambda x: functional.layer_norm(x, x.shape[1:])), "torch.nn.functional.layer_norm"),
        (
            lambda: own.Calls(lambda x: functional.batch_norm(x, None, None, training=True)),
            "torch.nn.functional.batch_norm",
        ),
        (
            lambda: own.Calls(lambda x: torch.ops.aten.native_layer_norm(x, x.shape[1:], None, None, 1e-5)[0]),
            "torch.native_layer",
        ),
    ],
)
def test_parts_of_the_library_are_found(make, says):
    found = parts_of(make())
    assert any(part.startswith(says) for part in found), found


def test_a_part_is_told_once():
    assert parts_of(own.convolution(nn.BatchNorm2d(6))) == ["torch.nn.BatchNorm2d (module 1)"]
    assert parts_of(own.Calls(lambda x: functional.dropout(functional.dropout(x)))) == ["torch.nn.functional.dropout"]


@pytest.mark.parametrize("optimiser", ["Adam", "AdamW", "RMSprop", "Adagrad"])
def test_other_optimisers_are_found(optimiser):
    assert parts_of(own.convolution(), getattr(torch.optim, optimiser)) == [f"torch.optim.{optimiser}"]


def test_a_renamed_optimiser_is_found():
    assert parts_of(own.convolution(), own.RenamedAdam) == ["torch.optim.AdamW"]


def test_a_subclass_is_found_whose_step_torch_has_wrapped():
    """torch puts its wrapper of ``step`` into the first class that is instantiated: here the subclass."""

    class Mine(torch.optim.Adamax):
        pass

    assert parts_of(own.convolution(), Mine) == ["torch.optim.Adamax"]


def test_a_subclass_is_found_whose_own_step_calls_that_of_the_library():
    class Counting(torch.optim.Adam):
        def step(self, closure=None):
            return super().step(closure)

    before = torch.optim.Adam.step
    assert parts_of(own.convolution(), Counting) == ["torch.optim.Adam"]
    assert torch.optim.Adam.step is before


def test_momentum_and_weight_decay_of_sgd_are_allowed():
    made = lambda parameters, lr: torch.optim.SGD(parameters, lr, momentum=0.9, weight_decay=1e-4, nesterov=True)  # noqa: E731
    assert parts_of(own.convolution(), made) == []


def test_uses_no_names_what_was_found():
    with pytest.raises(CheckFailed, match=r"torch.nn.Dropout \(module 3\): the sheet forbids it. Write it yourself"):
        uses_no(["torch.nn.Dropout (module 3)"], "the sheet forbids it")
    uses_no([])
    with pytest.raises(CheckFailed, match="could not be listed"):
        uses_no({"torch": 1})
