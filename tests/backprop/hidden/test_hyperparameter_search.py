"""P1.6: the split, the table of settings and the handed-in weights."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest

from autograder import checks, data
from tests.backprop.hidden import catalogue_training as catalogue
from tests.backprop.hidden.adapter import standard

pytestmark = pytest.mark.task("hyperparameter_search")
SETTINGS = 4


def numbered_images(count):
    """Images whose first two pixels hold their number, and labels that follow from the number."""
    images = np.zeros((count, 28, 28), np.uint8)
    images[:, 0, 0], images[:, 0, 1] = np.arange(count) % 256, np.arange(count) // 256
    return images, (np.arange(count) * 7 + np.arange(count) // 11) % 10


@pytest.mark.task("hyperparameter_search", weight=1)
@pytest.mark.parametrize("count", [600, 1200])
def test_split_keeps_training_and_validation_apart(student, count):
    """split_mnist takes the last sixth for validation, the rest for training, no image for both, labels with them."""
    images, labels = numbered_images(count)
    answer = student.split_mnist(images, labels)
    if not isinstance(answer, (list, tuple)) or [len(p) for p in answer if isinstance(p, (list, tuple))] != [2, 2]:
        checks.fail(catalogue.SPLIT_NO_TWO_PAIRS)
    parts = []
    for part, (x, y) in zip(("training", "validation"), answer, strict=True):
        x = checks.array(x, None, f"the array of {part} images").reshape(-1, 784)
        y = checks.array(y, (len(x),), f"the array of {part} labels", "i")
        numbers = (x[:, 0] + 256 * x[:, 1]).astype(int)
        if not np.array_equal(y, labels[numbers]):
            checks.fail(catalogue.LABELS_OF_OTHER_IMAGES(part=part))
        parts.append(set(numbers.tolist()))
    train, valid = parts
    if train & valid:
        checks.fail(catalogue.VALIDATION_TRAINED_ON(count=len(train & valid)))
    if len(train) + len(valid) < count:
        checks.fail(catalogue.IMAGES_LOST)
    if valid != set(range(count - count // 6, count)):
        checks.fail(catalogue.OTHER_SPLIT)


@pytest.fixture(scope="module")
def rows(student):
    """The rows of search.csv: dicts whose valid_accuracy is a float."""
    if not student.file("search.csv"):
        checks.fail(catalogue.FILE_MISSING(file="search.csv"))
    text = student.probe("table", "search.csv")
    if not isinstance(text, str):
        checks.fail(catalogue.TABLE_UNREADABLE)
    table = list(csv.DictReader(io.StringIO(text)))
    if not table or "valid_accuracy" not in table[0]:
        checks.fail(catalogue.COLUMN_MISSING)
    try:
        return [{**row, "valid_accuracy": float(row["valid_accuracy"])} for row in table]
    except (TypeError, ValueError):
        checks.fail(catalogue.ENTRY_NO_NUMBER)


@pytest.mark.task("hyperparameter_search", weight=1)
def test_table_lists_different_settings(rows):
    """search.csv has at least four rows with different settings and accuracies between 0 and 1."""
    settings = {tuple(str(v) for k, v in row.items() if k != "valid_accuracy") for row in rows}
    if any(not 0 <= row["valid_accuracy"] <= 1 for row in rows):
        checks.fail(catalogue.TABLE_NO_FRACTION)
    if len(settings) < SETTINGS:
        checks.fail(catalogue.TOO_FEW_SETTINGS(found=len(settings), least=SETTINGS))


@pytest.fixture(scope="module")
def measured(student):
    """For the validation and the test images: how many the handed-in weights classify correctly, and of how many."""
    if not student.file("mlp.npz"):
        checks.fail(catalogue.FILE_MISSING(file="mlp.npz"))
    images, labels = data.load("mnist", "train")
    kept = len(images) - len(images) // 6
    parts = {"validation": (images[kept:], labels[kept:]), "test": data.load("mnist", "test")}
    correct = {}
    for name, (x, y) in parts.items():
        answer = student.probe("predictions", "mlp.npz", x.reshape(len(x), 784))
        classes = checks.array(answer, (len(x),), "the array of predicted classes", "i")
        correct[name] = (int((classes == y).sum()), len(y))
    return correct


@pytest.mark.task("hyperparameter_search", weight=1.5)
@pytest.mark.parametrize("part", ["validation", "test"])
def test_accuracy_of_the_handed_in_weights(measured, thresholds, part):
    """The handed-in weights reach the required accuracy on the validation images and on the test images.

    You get half of the marks at the pass mark; from there they rise linearly to all of them at the full mark.
    """
    marks = thresholds("hyperparameter_search")
    checks.accuracy(*measured[part], marks["pass"], marks["full"], what=f"the accuracy on the {part} images")


@pytest.mark.task("hyperparameter_search", weight=0.5)
def test_table_tells_what_the_weights_reach(rows, measured):
    """The best valid_accuracy of the table is the validation accuracy of the handed-in weights."""
    correct, total = measured["validation"]
    best = max(row["valid_accuracy"] for row in rows)
    if abs(best - correct / total) > 0.003:
        direction = "higher" if best > correct / total else "lower"
        checks.fail(catalogue.TABLE_UNLIKE_WEIGHTS(direction=direction))


@pytest.mark.task("hyperparameter_search", weight=0.5)
def test_file_holds_the_network(student):
    """mlp.npz holds, as plain arrays, all parameters of the network that load_mlp returns."""
    if not student.file("mlp.npz"):
        checks.fail(catalogue.FILE_MISSING(file="mlp.npz"))
    content = student.probe("mlp_file", "mlp.npz")
    pairs = content["parameters"]
    sizes = [count_inputs(pairs[0][0], pairs[0][1]), *(int(np.size(b)) for _, b in pairs)]
    if sizes[0] != 784 or sizes[-1] != 10:
        checks.fail(catalogue.OTHER_INPUTS_OR_OUTPUTS)
    held = standard(pairs, tuple(sizes))
    entries = sum(W.size + b.size for W, b in held)
    if content["stored"] < entries:
        checks.fail(catalogue.FILE_TOO_SMALL)


def count_inputs(W, b):
    """Number of inputs of a layer, whether its W is (in, out) or (out, in)."""
    return int(np.size(W) // max(1, np.size(b)))
