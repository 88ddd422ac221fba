"""2c: training and test error against the size of the code."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from solutions.spirals.autoencoder import squared_error
from tests.spirals.hidden.autoencoders import images

pytestmark = pytest.mark.task("code_size")

SIZES = [32, 2, 8]
TRAIN, TEST, EPOCHS = 3_000, 500, 10


@pytest.fixture(scope="module")
def run(student):
    """One call of code_size_errors for all tests, with sizes that are not in order."""
    return student.probe("code_size_run", SIZES, images("train", TRAIN), images("test", TEST), EPOCHS)


@pytest.fixture(scope="module")
def errors(run):
    """The three lists as arrays."""
    result = run["result"]
    checks.keys(result, ["code_size", "train", "test"], "the result of code_size_errors")
    names = {"train": "the training errors", "test": "the test errors"}
    found = {key: checks.array(result[key], (len(SIZES),), what, lists_ok=True) for key, what in names.items()}
    return found | {"code_size": result["code_size"]}


def test_result_has_an_error_for_every_size(errors):
    """The result holds the sizes in the given order, and a training and a test error for each."""
    sizes = checks.array(errors["code_size"], (len(SIZES),), "the list of code sizes", lists_ok=True)
    checks.same(sizes.tolist(), SIZES, "the list of code sizes", {"it is sorted": sorted(SIZES)})
    if min(errors["train"].min(), errors["test"].min()) <= 0:
        checks.fail("a squared error is not above 0.", "error not positive")


@pytest.mark.task("code_size", share=1.5)
def test_every_size_has_its_own_network(run):
    """Each size gets a new network of make_shallow, trained on all training images, for all epochs, without noise."""
    built = [size for size, _, _ in run["models"]]
    if len(built) < len(SIZES):
        calls = "is not called" if not built else f"is called {len(built)} time(s)"
        checks.fail(
            f"make_shallow {calls} for {len(SIZES)} code sizes; each size gets a new network from it.", "shared network"
        )
    if set(built) != set(SIZES):
        checks.fail(
            "the networks do not have the code sizes asked for: hand code_size on to make_shallow.", "other sizes"
        )
    trainings = run["trainings"]
    if any(epochs != EPOCHS for _, epochs, _ in trainings):
        checks.fail("the networks are not trained for the epochs asked for: hand epochs on.", "epochs not used")
    if any(noise for _, _, noise in trainings):
        checks.fail("the networks are trained with noise; this question asks for clean images.", "trained with noise")
    if any(count != TRAIN for count, _, _ in trainings):
        more = any(count > TRAIN for count, _, _ in trainings)
        checks.fail(
            f"the networks are not trained on x_train alone{': there are more images' if more else ''}.", "other images"
        )


@pytest.mark.task("code_size", share=2)
def test_errors_are_those_of_the_networks(run, errors):
    """The errors told are the squared errors of the trained networks, measured again on the same images.

    Compared up to 0.1 %: the same network in batches of another size differs by rounding only.
    """
    x = {name: images(name, count) / 255 for name, count in (("train", TRAIN), ("test", TEST))}
    last = {size: {"train": train, "test": test} for size, train, test in run["models"]}
    if not set(SIZES) <= set(last):
        checks.fail("there is no network of make_shallow for every code size.", "no network for a size")
    right = {name: np.array([squared_error(last[size][name], x[name]) for size in SIZES]) for name in x}
    for name, other in (("train", "test"), ("test", "train")):
        wrong = {
            f"they are the errors on the {other} images": right[other],
            "they are means over the pixels as well": right[name] / 784,
            "they are sums over the images": right[name] * len(x[name]),
            "they are square roots": np.sqrt(right[name]),
            "they are in the order of the sizes, not in the given order": right[name][np.argsort(SIZES)],
            "each is the error of the network of the last size": np.full(len(SIZES), right[name][-1]),
        }
        what = "the training errors" if name == "train" else "the test errors"
        checks.close(errors[name], right[name], what, 1e-3, candidates=wrong)


@pytest.mark.task("code_size", share=1.5)
def test_errors_fall_with_the_size(errors):
    """The largest code has clearly smaller errors than the smallest, on training and on test images.

    Measured: 0.5 (real) and 0.7 (stand-in) of the smallest code's error; asked for: less than 0.9.
    """
    large, small = SIZES.index(max(SIZES)), SIZES.index(min(SIZES))
    for name, what in (("train", "training"), ("test", "test")):
        if errors[name][large] >= 0.9 * errors[name][small]:
            checks.fail(
                f"the {what} error of the largest code is not clearly below that of the smallest; has every size a "
                "network of its own, trained anew?",
                "error does not fall",
            )
