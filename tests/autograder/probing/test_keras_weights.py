"""Weights of handed-in Keras files: what is taken, what is refused, and that nothing of a file is run."""

import json
import os
import subprocess
import sys
import zipfile

import pytest

from tests.helpers.datafiles import ROOT
from tests.helpers.later import needs

pytestmark = [pytest.mark.framework, needs("tensorflow")]

SCRIPT = """
import json, os, pickle, shutil, warnings, zipfile
import h5py
import numpy as np
import keras
from keras import layers
from autograder.probing.keras_weights import load_weights

warnings.simplefilter("ignore")
IMAGES = np.linspace(-1, 1, 48).reshape(8, 6).astype("float32")

def network(units=4, extra=(), last=3):
    hidden = [layers.Dense(units, activation="relu"), layers.BatchNormalization(), layers.Dropout(0.5)]
    model = keras.Sequential([keras.Input((6,)), *extra, *hidden, layers.Dense(last)])
    model.compile(optimizer="adam", loss="mse")
    return model

class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.first, self.last = layers.Dense(4, activation="relu"), layers.Dense(3)

    def call(self, inputs):
        return self.last(self.first(inputs))

def own():
    model = Own()
    model(IMAGES)
    return model

def weights_only(whole, alone):
    # as save_weights of Keras 2: what it kept in a group of the whole model lies at the top
    with h5py.File(whole) as given, h5py.File(alone, "w") as written:
        group = given["model_weights"]
        for name in group:
            group.copy(name, written)
        written.attrs.update(group.attrs)

keras.utils.set_random_seed(5)
first, second = network(), own()
first.fit(np.random.default_rng(0).normal(size=(32, 6)), np.ones((32, 3)), verbose=0, epochs=3)
first.save("right.keras")
first.save_weights("right.weights.h5")
first.save("noted.keras")
with zipfile.ZipFile("noted.keras", "a") as archive:
    archive.writestr("data.json", json.dumps({"data": "stand-in"}))
with zipfile.ZipFile("right.keras") as given, zipfile.ZipFile("packed-again.keras", "w") as archive:
    for name in given.namelist():
        archive.writestr("right/" + name, given.read(name))
        archive.writestr("__MACOSX/._" + name, b"")
first.save("whole.h5")
weights_only("whole.h5", "alone.h5")
shutil.copy("whole.h5", "whole-old.keras")
shutil.copy("alone.h5", "alone-old.weights.h5")
shutil.copy("right.weights.h5", "new-weights.h5")
shutil.copy("right.keras", "archive.h5")
second.save_weights("own.weights.h5")
second.save("own.keras")

network(5).save("other.keras")
network(5).save("other.h5")
network(last=2).save_weights("last.weights.h5")
network(4, [layers.Dense(6)]).save("deeper.h5")
network(4, [layers.Lambda(lambda x: x + 0 * open("ran", "w").write("x"))]).save("lambda.keras")
if os.path.exists("ran"): os.remove("ran")
open("pickle.keras", "wb").write(pickle.dumps([1, 2]))
open("half.keras", "wb").write(open("right.keras", "rb").read()[:900])
open("half.h5", "wb").write(open("whole.h5", "rb").read()[:900])
open("text.weights.h5", "w").write("no weights")
open("page.keras", "w").write("<!DOCTYPE html>")
open("nothing.keras", "w").close()
for name, member in {
    "empty.keras": "config.json", "torch.keras": "net/data.pkl", "saved.keras": "m/saved_model.pb"
}.items():
    with zipfile.ZipFile(name, "w") as archive:
        archive.writestr(member, "{}")

found = {}
for name in sorted(name for name in os.listdir() if name.endswith((".keras", ".h5"))):
    made, saved = (own(), second) if name.startswith("own") else (network(), first)
    before = made(IMAGES).numpy()
    answer = load_weights(made, name)
    found[name] = answer | {
        "same": bool(np.allclose(made(IMAGES), saved(IMAGES), rtol=1e-6)),
        "new": bool(np.allclose(before, saved(IMAGES), rtol=1e-6)),
        "ran": os.path.exists("ran"),
    }
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """File → what load_weights returned; whether the network then predicts as the saved one, and whether code ran."""
    folder = tmp_path_factory.mktemp("models")
    environment = os.environ | {"TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert zipfile.is_zipfile(folder / "right.keras")
    return json.loads(done.stdout)


RIGHT = {
    "right.keras": "",
    "right.weights.h5": "",
    "noted.keras": "stand-in",
    "packed-again.keras": "",  # unpacked, and zipped with its folder
    "whole.h5": "",  # the HDF5 of Keras 2
    "alone.h5": "",
    "whole-old.keras": "",  # what TensorFlow up to 2.11 wrote under this name
    "alone-old.weights.h5": "",
    "new-weights.h5": "",
    "archive.h5": "",
    "own.keras": "",  # a subclassed network
    "own.weights.h5": "",
}


@pytest.mark.parametrize("name", RIGHT)
def test_weights_arrive(found, name):
    """Every form serves, under any name; the note about the data is read where there is one."""
    assert found[name] == {"data": RIGHT[name], "same": True, "new": False, "ran": False}


WRONG = {
    "other.keras": ("architecture", "weight 0 of dense has the shape (6, 5) in the file and (6, 4) in the network"),
    "other.h5": ("architecture", "weight 0 of layer 1 has the shape (6, 5) in the file and (6, 4) in the network"),
    "last.weights.h5": ("architecture", "weight 0 of dense_1 has the shape (4, 2) in the file and (4, 3) in the"),
    "deeper.h5": ("architecture", "weight 0 of layer 1 has the shape (6, 6) in the file and (6, 4) in the network"),
    "pickle.keras": ("code", "a pickle"),
    "half.keras": ("unreadable", "cut off or damaged"),
    "half.h5": ("unreadable", "cut off or damaged"),
    "text.weights.h5": ("unreadable", "neither an archive nor an HDF5 file"),
    "page.keras": ("unreadable", "a web page"),
    "nothing.keras": ("unreadable", "empty"),
    "empty.keras": ("form", "another zip archive"),
    "torch.keras": ("form", "a file that torch.save wrote"),
    "saved.keras": ("form", "a zipped SavedModel"),
}


@pytest.mark.parametrize("name", WRONG)
def test_problems_are_named(found, name):
    """What cannot serve is told apart, with what it is or with the first weights that do not fit and both shapes."""
    problem, words = WRONG[name]
    assert found[name]["problem"] == problem
    assert words in found[name]["detail"]
    assert not found[name]["same"]


def test_the_configuration_is_not_run(found):
    """A Lambda layer in the file is never made, so its code does not run."""
    assert found["lambda.keras"]["ran"] is False
