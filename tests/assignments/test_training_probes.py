"""Which parameters a training left out, as the probes of networks tell it: a dead unit is not one that was left out."""

import subprocess
import sys
from types import SimpleNamespace

import pytest

from tests.helpers.datafiles import ROOT
from tests.helpers.later import import_later

torch = import_later("torch")
nn = import_later("torch.nn")
pictures = import_later("tests.autoencoders.probes.pictures")
pytestmark = pytest.mark.framework


def make_autoencoder(bias):
    """784 → 3 → 2 → 784. With a bias of −10,000 the code is dead: the ReLU gives 0 for any image."""

    class Autoencoder(nn.Module):
        def __init__(self):
            super().__init__()
            self.first, self.code, self.last = nn.Linear(784, 3), nn.Linear(3, 2), nn.Linear(2, 784)
            nn.init.constant_(self.code.bias, bias)

        def forward(self, x):
            return torch.sigmoid(self.last(torch.relu(self.code(torch.relu(self.first(x.flatten(1)))))))

    return Autoencoder()


def unchanged(parts, bias):
    """What the probe calls unchanged where Adam holds the parameters of these parts of the network."""

    def train(model, images, *, epochs, seed):
        optimiser = torch.optim.Adam([p for name in parts for p in getattr(model, name).parameters()])
        for _ in range(epochs):
            optimiser.zero_grad()
            ((model(images) - images.flatten(1)) ** 2).mean().backward()
            optimiser.step()
        optimiser.zero_grad()
        return [1.0] * epochs

    student = SimpleNamespace(
        make=lambda: make_autoencoder(bias), train=train, reconstruct=lambda model, x: model(x).detach()
    )
    images = torch.rand(8, 1, 28, 28, generator=torch.Generator().manual_seed(0))
    return pictures.watched_training(student, "make", "train", images, 2, 3, {})["unchanged"]


def test_dead_units_of_torch_are_trained():
    """Adam holds every parameter; that those of the code and before it stay as they are is no fault of the training."""
    assert unchanged(["first", "code", "last"], bias=-1e4) == []


def test_what_no_optimiser_of_torch_holds_is_left_out():
    """The first layer is in no optimiser."""
    assert unchanged(["code", "last"], bias=1.0) == ["first.weight", "first.bias"]


KERAS = """
import numpy as np, keras, tensorflow as tf
from types import SimpleNamespace
from keras import layers
from tests.convnets.probes import mnist

mnist.prepare = lambda name: None

def make_autoencoder():
    code = layers.Dense(2, activation="relu", bias_initializer=keras.initializers.Constant(-1e4))
    parts = [layers.Dense(3, activation="relu"), code, layers.Dense(784, activation="sigmoid")]
    model = keras.Sequential([keras.Input((784,)), *parts])
    model.compile(optimizer="adam", loss="mse")
    return model

def by_fit(model, x_train, x_test, *, epochs):
    rows = x_train.reshape(-1, 784) / 255
    return model.fit(rows, rows, epochs=epochs, verbose=0).history

def by_tape(model, x_train, x_test, *, epochs):
    rows, last = x_train.reshape(-1, 784) / 255, model.layers[-1].trainable_variables
    optimiser = keras.optimizers.Adam()
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((model(rows) - rows) ** 2)
        optimiser.apply_gradients(zip(tape.gradient(loss, last), last))
    return {"loss": [1.0] * epochs}

images = np.random.default_rng(0).integers(0, 256, (8, 28, 28), dtype=np.uint8)
student = SimpleNamespace(make_autoencoder=make_autoencoder, by_fit=by_fit, by_tape=by_tape)
student.reconstruct = lambda model, images: np.array(model(images.reshape(-1, 784) / 255))
for train in ("by_fit", "by_tape"):
    found = mnist.brief_training(student, "make_autoencoder", train, [images, images], 2)
    print(train, found["still"], found["of"])
"""


def test_dead_units_of_keras_are_trained_and_what_no_optimiser_gets_is_left_out():
    """fit hands all six weights to the optimiser; the tape those of the last layer alone, which leaves four out."""
    done = subprocess.run([sys.executable, "-c", KERAS], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout.splitlines() == ["by_fit 0 6", "by_tape 4 6"], done.stderr[-2000:]
