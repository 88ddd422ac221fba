"""2c: training and test error against the size of the code."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from solutions.spirals.autoencoder import squared_error
from tests.spirals.hidden.autoencoders import images

pytestmark = pytest.mark.task("code_size")

SIZES = [24, 2]
"""Not in order, and none is the default of make_shallow."""
TRAIN, TEST, EPOCHS = 2_560, 512, 10
LISTS = {"train": "the list of training errors", "test": "the list of test errors"}


@pytest.fixture(scope="module")
def run(student):
    """One call of code_size_errors for all tests, with sizes that are not in order."""
    return student.probe("code_size_run", SIZES, images("train", TRAIN), images("test", TEST), EPOCHS)


@pytest.fixture(scope="module")
def errors(run):
    """The three lists as arrays."""
    result = run["result"]
    checks.keys(result, ["code_size", "train", "test"], "the result of code_size_errors")
    found = {key: checks.array(result[key], (len(SIZES),), what, lists_ok=True) for key, what in LISTS.items()}
    return found | {"code_size": result["code_size"]}


def test_result_has_an_error_for_every_size(errors):
    """The result holds the sizes in the given order, and a training and a test error for each."""
    sizes = checks.array(errors["code_size"], (len(SIZES),), "the list of code sizes", lists_ok=True)
    checks.same(sizes.tolist(), SIZES, "the list of code sizes", {"it is sorted": sorted(SIZES)})
    if min(errors["train"].min(), errors["test"].min()) <= 0:
        checks.fail("a squared error is not above 0.", "error not positive")


@pytest.mark.task("code_size", weight=1.5)
def test_every_size_has_its_own_network(run):
    """Each size gets a new network of make_shallow, trained on all training images, for all epochs, without noise."""
    built = [model["size"] for model in run["models"]]
    if len(built) < len(SIZES):
        calls = "is not called" if not built else f"is called {len(built)} time(s)"
        checks.fail(
            f"make_shallow {calls} for {len(SIZES)} code sizes; each size gets a new network from it.", "shared network"
        )
    if set(built) != set(SIZES):
        checks.fail("the networks do not have the sizes asked for: hand code_size on to make_shallow.", "other sizes")
    for count, epochs, noise, _, _ in run["trainings"]:
        if epochs != EPOCHS:
            checks.fail("the networks are not trained for the epochs asked for: hand epochs on.", "epochs not used")
        if noise:
            checks.fail("the networks are trained with noise; this question asks for clean images.", "with noise")
        if count != TRAIN:
            how = "more" if count > TRAIN else "fewer"
            checks.fail(f"the networks are not trained on x_train alone: there are {how} images.", "other images")


@pytest.mark.task("code_size", weight=2)
def test_errors_are_those_of_the_networks(run, errors):
    """The errors told are the squared errors of the trained networks, measured again on the same images.

    Compared up to 0.1 %: the same network in batches of another size differs by rounding only.
    """
    models = _by_size(run)
    if not models:
        checks.fail("there is no network of make_shallow for every code size.", "no network for a size")
    right = {name: _errors(models, name, x) for name, x in _images().items()}
    for name, what in LISTS.items():
        _check_untrained(errors[name], right[name], _images()[name], what)
        if _on_noisy_inputs(models, errors[name], right[name]):
            checks.fail(
                f"{what}: they are about those on noisy inputs (factor 0.2); use the clean images.", "noisy inputs"
            )
        _check_rounded(errors[name], right[name], what)
        checks.close(errors[name], right[name], what, 1e-3, candidates=_mistakes(run, right, name))


def _by_size(run: dict) -> dict:
    """Size → what the probe brought of its network; empty where a size has none."""
    models = {model["size"]: model for model in run["models"]}
    return models if set(SIZES) <= set(models) else {}


def _images() -> dict[str, np.ndarray]:
    return {"train": images("train", TRAIN) / 255, "test": images("test", TEST) / 255}


def _errors(models: dict, name: str, targets: np.ndarray) -> np.ndarray:
    return np.array([squared_error(models[size][name], targets) for size in SIZES])


def _mistakes(run: dict, right: dict, name: str) -> dict[str, np.ndarray]:
    other = "test" if name == "train" else "train"
    losses = {run["models"][which[0]]["size"]: loss for _, _, _, which, loss in run["trainings"] if which}
    wrong = {
        f"they are the errors on the {'test' if name == 'train' else 'training'} images": right[other],
        "they are means over the pixels as well": right[name] / 784,
        "they are sums over the images": right[name] * {"train": TRAIN, "test": TEST}[name],
        "they are square roots": np.sqrt(right[name]),
        "they are in the order of the sizes, not in the given order": right[name][np.argsort(SIZES)],
        "each is the error of the network of the last size": np.full(len(SIZES), right[name][-1]),
    }
    if set(losses) == set(SIZES):
        wrong["they are losses of the training, not squared errors"] = np.array([losses[size] for size in SIZES])
    return wrong


def _check_untrained(found: np.ndarray, right: np.ndarray, targets: np.ndarray, what: str) -> None:
    """An untrained sigmoid gives grey everywhere, which is far worse than any of the trained networks."""
    grey = squared_error(np.full_like(targets, 0.5), targets)
    if (np.abs(found / grey - 1) < 0.25).all() and (right < 0.6 * grey).all():
        checks.fail(f"{what}: as large as before any training; are they measured before the training?", "not trained")


def _on_noisy_inputs(models: dict, found: np.ndarray, right: np.ndarray) -> bool:
    """Whether these are errors on noisy inputs; another draw of noise, other images of the kind change them by 3 %."""
    noisy = _errors(models, "noisy", _images()["test"])
    return bool((np.abs(found / noisy - 1) < 0.06).all() and not (np.abs(found / right - 1) < 0.02).all())


def _check_rounded(found: np.ndarray, right: np.ndarray, what: str) -> None:
    for digits in (0, 1):
        if np.array_equal(found, np.round(right, digits)):
            checks.fail(f"{what} are rounded; return them as they are.", "rounded")


@pytest.mark.task("code_size", weight=1.5)
def test_errors_fall_with_the_size(run, errors):
    """The largest code has clearly smaller errors than the smallest, on training and on test images.

    Measured with three seeds: at most 0.57 (real) and 0.75 (stand-in) of the smallest code's error; asked for: less
    than 0.87. Two networks of one size differ by less, 0.96 to 1.05; errors on noisy inputs, 0.84 to 0.90, are told as
    such elsewhere.
    """
    large, small = SIZES.index(max(SIZES)), SIZES.index(min(SIZES))
    for name, what in (("train", "training"), ("test", "test")):
        if errors[name][large] < 0.87 * errors[name][small]:
            continue
        models = _by_size(run)
        if models and _on_noisy_inputs(models, errors[name], _errors(models, name, _images()[name])):
            continue
        checks.fail(
            f"the {what} error of the largest code is not clearly below that of the smallest; has every size a "
            "network of its own, trained anew?",
            "error does not fall",
        )
