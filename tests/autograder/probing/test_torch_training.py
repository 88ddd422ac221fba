"""Which parameters a training left out, and lazy modules."""

import pytest

from tests.helpers.later import import_later

torch = import_later("torch")
nn = import_later("torch.nn")
torch_training = import_later("autograder.probing.torch_training")
torch_checkpoint = import_later("autograder.probing.torch_checkpoint")
pytestmark = pytest.mark.framework

IMAGES = 8


def network():
    """Declares a layer and a parameter that nothing uses; the bias of its convolution has the gradient 0."""

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.convolution, self.normalised = nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4)
            self.hidden, self.last = nn.Linear(144, 6), nn.Linear(6, 3)
            self.spare, self.gain = nn.Linear(5, 5), nn.Parameter(torch.ones(2))

        def forward(self, x):
            x = torch.relu(self.normalised(self.convolution(x))).flatten(1)
            return self.last(torch.tanh(self.hidden(x)))

    torch.manual_seed(0)
    return Net()


def left_out(train):
    """What three steps of ``train(model, x, y)`` leave out."""
    model = network()
    x, y = torch.rand(IMAGES, 1, 8, 8), torch.arange(IMAGES) % 3
    movement = torch_training.Movement(model)
    for _ in range(3):
        train(model.train(), x, y)

    def predict():
        with torch.no_grad():
            return model.eval()(x)

    return movement.left_out(predict)


def descend(model, loss, held=lambda name: True):
    parameters = [p for name, p in model.named_parameters() if held(name)]
    optimiser = torch.optim.SGD(parameters, lr=0.1)
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()


def loss_of(model, x, y):
    return nn.functional.cross_entropy(model(x), y)


def test_what_has_no_effect_on_the_loss_may_stay_as_it_is():
    """A bias in front of a batch normalisation, a layer and a parameter that the forward pass does not use."""

    def plain(model, x, y):
        descend(model, loss_of(model, x, y))
        with torch.no_grad():  # rounding moves the bias now and then; plain SGD may also leave it bit for bit
            model.convolution.bias.copy_(network().convolution.bias)

    assert left_out(plain) == []


def test_what_the_optimiser_does_not_hold_is_left_out():
    """The hidden layer gets gradients and does not move."""
    found = left_out(lambda model, x, y: descend(model, loss_of(model, x, y), lambda name: "hidden" not in name))
    assert found == ["hidden.weight", "hidden.bias"]


def test_what_is_cut_off_from_the_loss_is_left_out():
    """Without a gradient, the convolution stays as it is, and the predictions depend on it."""

    def cut(model, x, y):
        model.normalised.register_forward_hook(lambda module, given, output: output.detach())
        descend(model, loss_of(model, x, y))

    assert set(left_out(cut)) == {
        "convolution.weight",
        "convolution.bias",
        "normalised.weight",
        "normalised.bias",
    }


def test_a_frozen_layer_is_left_out():
    model = network()
    model.hidden.requires_grad_(False)
    movement = torch_training.Movement(model)
    x, y = torch.rand(IMAGES, 1, 8, 8), torch.arange(IMAGES) % 3
    descend(model, loss_of(model, x, y), lambda name: "hidden" not in name)
    assert movement.left_out(lambda: model.eval()(x)) == ["hidden.weight", "hidden.bias"]
    assert movement.moved() in (5, 6)  # rounding decides about the bias of the convolution


def test_a_training_without_steps_leaves_out_all_that_matters():
    assert set(left_out(lambda model, x, y: None)) == {
        name for name, _ in network().named_parameters() if not name.startswith(("spare", "gain"))
    }


def test_lazy_modules_get_their_shapes():
    """From a prediction, once; the mode of the network and a network without lazy modules stay as they are."""
    torch.manual_seed(0)
    model = nn.Sequential(nn.Flatten(), nn.LazyLinear(5), nn.LazyBatchNorm1d())
    calls = []

    def predict():
        calls.append(1)
        return model.eval()(torch.rand(2, 1, 3, 3))

    for _ in range(2):
        torch_training.materialise(model, predict)
    assert calls == [1]
    assert model.training
    assert [tuple(p.shape) for p in model.parameters()] == [(5, 9), (5,), (5,), (5,)]


def test_a_lazy_network_predicts_in_training_mode():
    """The state before the predictions can be compared with the state afterwards."""
    found = torch_checkpoint.scores_in_training_mode(
        nn.Sequential(nn.Flatten(), nn.LazyLinear(5)), lambda model, x: model.eval()(x), torch.rand(6, 1, 3, 3)
    )
    assert found["changed"] == []
    assert found["first"].shape == (6, 5)
