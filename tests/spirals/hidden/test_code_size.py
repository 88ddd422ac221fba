"""2c: training and test error against the size of the code."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.spirals.autoencoder import squared_error
from tests.spirals.hidden import catalogue_autoencoders as catalogue
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
    checks.same(sizes.tolist(), SIZES, "the list of code sizes", [(catalogue.SIZES_SORTED, sorted(SIZES))])
    if min(errors["train"].min(), errors["test"].min()) <= 0:
        checks.fail(catalogue.ERROR_NOT_POSITIVE)


@pytest.mark.task("code_size", weight=1.5)
def test_every_size_has_its_own_network(run):
    """Each size gets a new network of make_shallow, trained on all training images, for all epochs, without noise."""
    built = [model["size"] for model in run["models"]]
    if len(built) < len(SIZES):
        checks.fail(catalogue.SHARED_NETWORK(calls=len(built), sizes=len(SIZES)))
    if set(built) != set(SIZES):
        checks.fail(catalogue.SIZES_NOT_USED)
    for count, epochs, noise, _, _ in run["trainings"]:
        if epochs != EPOCHS:
            checks.fail(catalogue.EPOCHS_NOT_USED)
        if noise:
            checks.fail(catalogue.TRAINED_WITH_NOISE)
        if count != TRAIN:
            how = "more" if count > TRAIN else "fewer"
            checks.fail(catalogue.OTHER_IMAGES(how=how))


@pytest.mark.task("code_size", weight=2)
def test_errors_are_those_of_the_networks(run, errors):
    """The errors told are the squared errors of the trained networks, measured again on the same images.

    Compared up to 0.1 %: the same network in batches of another size differs by rounding only.
    """
    models = _by_size(run)
    if not models:
        checks.fail(catalogue.SIZE_WITHOUT_NETWORK)
    right = {name: _errors(models, name, x) for name, x in _images().items()}
    for name, what in LISTS.items():
        _check_untrained(errors[name], right[name], _images()[name], what)
        if _on_noisy_inputs(models, errors[name], right[name]):
            checks.fail(catalogue.ERRORS_ON_NOISY_INPUTS, what)
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


def _mistakes(run: dict, right: dict, name: str) -> list[tuple[Any, np.ndarray]]:
    other = "test" if name == "train" else "train"
    losses = {run["models"][which[0]]["size"]: loss for _, _, _, which, loss in run["trainings"] if which}
    other_images = "test images" if name == "train" else "training images"
    wrong = [
        (catalogue.ERRORS_ON_OTHER_IMAGES(images=other_images), right[other]),
        (catalogue.ERRORS_MEAN_OVER_PIXELS, right[name] / 784),
        (catalogue.ERRORS_SUM_OVER_IMAGES, right[name] * {"train": TRAIN, "test": TEST}[name]),
        (catalogue.ERRORS_SQUARE_ROOTS, np.sqrt(right[name])),
        (catalogue.ERRORS_IN_ORDER_OF_SIZES, right[name][np.argsort(SIZES)]),
        (catalogue.ERRORS_OF_LAST_SIZE, np.full(len(SIZES), right[name][-1])),
    ]
    if set(losses) == set(SIZES):
        wrong.append((catalogue.ERRORS_ARE_LOSSES, np.array([losses[size] for size in SIZES])))
    return wrong


def _check_untrained(found: np.ndarray, right: np.ndarray, targets: np.ndarray, what: str) -> None:
    """An untrained sigmoid gives grey everywhere, which is far worse than any of the trained networks."""
    grey = squared_error(np.full_like(targets, 0.5), targets)
    if (np.abs(found / grey - 1) < 0.25).all() and (right < 0.6 * grey).all():
        checks.fail(catalogue.ERRORS_BEFORE_TRAINING, what)


def _on_noisy_inputs(models: dict, found: np.ndarray, right: np.ndarray) -> bool:
    """Whether these are errors on noisy inputs; another draw of noise, other images of the kind change them by 3 %."""
    noisy = _errors(models, "noisy", _images()["test"])
    return bool((np.abs(found / noisy - 1) < 0.06).all() and not (np.abs(found / right - 1) < 0.02).all())


def _check_rounded(found: np.ndarray, right: np.ndarray, what: str) -> None:
    for digits in (0, 1):
        if np.array_equal(found, np.round(right, digits)):
            checks.fail(catalogue.ERRORS_ROUNDED, what)


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
        checks.fail(catalogue.ERROR_DOES_NOT_FALL(images=what))
