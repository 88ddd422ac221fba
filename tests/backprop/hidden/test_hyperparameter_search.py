"""P1.6: the split, the table of settings and the handed-in weights."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest

from autograder import checks, data
from tests.backprop.hidden.adapter import standard

pytestmark = pytest.mark.task("hyperparameter_search")
SETTINGS = 4


def marked_images(count):
    """Images that carry their own number, and labels that follow from it."""
    images = np.zeros((count, 28, 28), np.uint8)
    images[:, 0, 0], images[:, 0, 1] = np.arange(count) % 256, np.arange(count) // 256
    return images, (np.arange(count) * 7 + np.arange(count) // 11) % 10


@pytest.mark.task("hyperparameter_search", weight=1)
@pytest.mark.parametrize("count", [600, 1200])
def test_split_keeps_training_and_validation_apart(student, count):
    """The last sixth of the images is for validation, the rest for training; none is for both, labels go along."""
    images, labels = marked_images(count)
    answer = student.split_mnist(images, labels)
    if not isinstance(answer, (list, tuple)) or [len(p) for p in answer if isinstance(p, (list, tuple))] != [2, 2]:
        checks.fail("split_mnist is to return (train_images, train_labels), (valid_images, valid_labels).")
    parts = []
    for what, (x, y) in zip(("training", "validation"), answer, strict=True):
        x = checks.array(x, None, f"the {what} images").reshape(-1, 784)
        y = checks.array(y, (len(x),), f"the {what} labels", "i")
        numbers = (x[:, 0] + 256 * x[:, 1]).astype(int)
        if not np.array_equal(y, labels[numbers]):
            checks.fail(f"the {what} labels do not belong to the {what} images.", "labels mixed up")
        parts.append(set(numbers.tolist()))
    train, valid = parts
    if train & valid:
        checks.fail(
            f"{len(train & valid)} images are in the training part and in the validation part.",
            "validation is trained on",
        )
    if len(train) + len(valid) < count:
        checks.fail("some images are in neither part.", "images lost")
    if valid != set(range(count - count // 6, count)):
        checks.fail("the validation images are not the last sixth.", "another split")


@pytest.fixture(scope="module")
def rows(student):
    """The table of settings: a list of dicts."""
    if not student.file("search.csv"):
        checks.fail("search.csv was not handed in: let the notebook write it and add it to the upload.", "file missing")
    text = student.probe("table", "search.csv")
    if not isinstance(text, str):
        checks.fail("search.csv cannot be read.")
    found = list(csv.DictReader(io.StringIO(text)))
    if not found or "valid_accuracy" not in found[0]:
        checks.fail("search.csv has no column valid_accuracy.", "column missing")
    try:
        return [{**row, "valid_accuracy": float(row["valid_accuracy"])} for row in found]
    except (TypeError, ValueError):
        checks.fail("search.csv has an entry in valid_accuracy that is not a number.")


@pytest.mark.task("hyperparameter_search", weight=1)
def test_table_lists_different_settings(rows):
    """search.csv has at least four rows with different settings and accuracies between 0 and 1."""
    settings = {tuple(str(v) for k, v in row.items() if k != "valid_accuracy") for row in rows}
    if any(not 0 <= row["valid_accuracy"] <= 1 for row in rows):
        checks.fail("valid_accuracy in search.csv is not a fraction between 0 and 1; are these per cent?", "per cent")
    if len(settings) < SETTINGS:
        checks.fail(f"search.csv has {len(settings)} different settings; at least {SETTINGS} are asked for.", "too few")


@pytest.fixture(scope="module")
def measured(student):
    """Fractions right on the validation and on the test images, by the handed-in weights."""
    if not student.file("mlp.npz"):
        checks.fail("mlp.npz was not handed in: let the notebook write it and add it to the upload.", "file missing")
    images, labels = data.load("mnist", "train")
    kept = len(images) - len(images) // 6
    parts = {"validation": (images[kept:], labels[kept:]), "test": data.load("mnist", "test")}
    correct = {}
    for name, (x, y) in parts.items():
        answer = student.probe("predictions", "mlp.npz", x.reshape(len(x), 784))
        classes = checks.array(answer, (len(x),), "the predicted classes", "i")
        correct[name] = (int((classes == y).sum()), len(y))
    return correct


@pytest.mark.task("hyperparameter_search", weight=1.5)
@pytest.mark.parametrize("part", ["validation", "test"])
def test_accuracy_of_the_handed_in_weights(measured, thresholds, part):
    """The handed-in weights reach the accuracy asked for, on the validation images and on the test images.

    Half of the marks at the pass mark, rising linearly to all of them.
    """
    marks = thresholds("hyperparameter_search")
    checks.accuracy(*measured[part], marks["pass"], marks["full"], what=f"the accuracy on the {part} images")


@pytest.mark.task("hyperparameter_search", weight=0.5)
def test_table_tells_what_the_weights_reach(rows, measured):
    """The best valid_accuracy of the table is that of the handed-in weights."""
    right, total = measured["validation"]
    best = max(row["valid_accuracy"] for row in rows)
    if abs(best - right / total) > 0.003:
        direction = "higher" if best > right / total else "lower"
        checks.fail(
            f"the best valid_accuracy of search.csv is {direction} than what mlp.npz reaches.", "table and weights"
        )


@pytest.mark.task("hyperparameter_search", weight=0.5)
def test_file_holds_the_network(student):
    """mlp.npz holds plain arrays with all parameters of the network that load_mlp returns."""
    if not student.file("mlp.npz"):
        checks.fail("mlp.npz was not handed in.", "file missing")
    found = student.probe("mlp_file", "mlp.npz")
    pairs = found["parameters"]
    sizes = [min_in(pairs[0][0], pairs[0][1]), *(int(np.size(b)) for _, b in pairs)]
    if sizes[0] != 784 or sizes[-1] != 10:
        checks.fail("the network of load_mlp has not 784 inputs and 10 outputs.")
    held = standard(pairs, tuple(sizes))
    entries = sum(W.size + b.size for W, b in held)
    if found["stored"] < entries:
        checks.fail("mlp.npz holds fewer numbers than the network has parameters.")


def min_in(W, b):
    """Number of inputs of a weight matrix, whichever way round."""
    return int(np.size(W) // max(1, np.size(b)))
