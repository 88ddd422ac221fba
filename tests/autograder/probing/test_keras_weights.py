"""Weights of handed-in Keras files: what is taken, what is refused, and that nothing of a file is run."""

import json
import os
import subprocess
import sys
import zipfile

import pytest

from tests.helpers.datafiles import ROOT

pytestmark = pytest.mark.framework

SCRIPT = """
import json, pickle, sys, zipfile
import numpy as np
import keras
from keras import layers
from autograder.probing.keras_weights import load_weights

def network(units=4, extra=()):
    return keras.Sequential([keras.Input((6,)), *extra, layers.Dense(units, activation="relu"), layers.Dense(3)])

first = network()
first.compile(optimizer="adam", loss="mse")
first.fit(np.ones((8, 6)), np.ones((8, 3)), verbose=0)
first.save("right.keras")
first.save_weights("right.weights.h5")
first.save("noted.keras")
with zipfile.ZipFile("noted.keras", "a") as archive:
    archive.writestr("data.json", json.dumps({"data": "stand-in"}))
network(5).save("other.keras")
network(4, [layers.Lambda(lambda x: x + 0 * open("ran", "w").write("x"))]).save("lambda.keras")
import os
if os.path.exists("ran"): os.remove("ran")
open("pickle.keras", "wb").write(pickle.dumps([1, 2]))
open("half.keras", "wb").write(open("right.keras", "rb").read()[:900])
open("text.weights.h5", "w").write("no weights")
with zipfile.ZipFile("empty.keras", "w") as archive:
    archive.writestr("config.json", "{}")

found = {}
for name in ("right.keras", "right.weights.h5", "noted.keras", "other.keras", "lambda.keras", "pickle.keras",
             "half.keras", "text.weights.h5", "empty.keras"):
    model = network()
    answer = load_weights(model, name)
    same = all((a == b).all() for a, b in zip(model.get_weights(), first.get_weights(), strict=True))
    found[name] = [answer.get("problem", answer.get("data")), same, os.path.exists("ran")]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """File → [problem or kind of data, whether the weights arrived, whether code of it ran]."""
    pytest.importorskip("tensorflow")
    folder = tmp_path_factory.mktemp("models")
    environment = os.environ | {"TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert zipfile.is_zipfile(folder / "right.keras")
    return json.loads(done.stdout)


@pytest.mark.parametrize(("name", "kind"), [("right.keras", ""), ("right.weights.h5", ""), ("noted.keras", "stand-in")])
def test_weights_arrive(found, name, kind):
    """A whole model and weights alone both serve; the note about the data is read where there is one."""
    assert found[name] == [kind, True, False]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("other.keras", "architecture"),
        ("pickle.keras", "code"),
        ("half.keras", "unreadable"),
        ("text.weights.h5", "unreadable"),
        ("empty.keras", "form"),
    ],
)
def test_problems_are_named(found, name, problem):
    """What cannot serve is told apart, and nothing is put into the model."""
    assert found[name] == [problem, False, False]


def test_the_configuration_is_not_run(found):
    """A Lambda layer in the file is never made, so its code does not run."""
    assert found["lambda.keras"][2] is False
