"""2c: training and test error for codes of different sizes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.spirals.autoencoder import squared_error
from tests.spirals.hidden import catalogue_code_size as catalogue
from tests.spirals.hidden.autoencoders import images

pytestmark = pytest.mark.task("code_size")

SIZES = [24, 2]
"""Unsorted, and without the default of make_shallow."""
TRAIN, TEST, EPOCHS = 2_560, 512, 10
LISTS = {"train": "the list of training errors", "test": "the list of test errors"}


@pytest.fixture(scope="module")
def run(student):
    """One call of code_size_errors for all tests, with sizes that are not sorted."""
    return student.probe("code_size_run", SIZES, images("train", TRAIN), images("test", TEST), EPOCHS)


@pytest.fixture(scope="module")
def errors(run):
    """The three lists as arrays."""
    result = run["result"]
    checks.keys(result, ["code_size", "train", "test"], "the result of code_size_errors")
    arrays = {key: checks.array(result[key], (len(SIZES),), what) for key, what in LISTS.items()}
    return arrays | {"code_size": result["code_size"]}


def test_result_has_an_error_for_every_size(errors):
    """The result holds the sizes in the given order, and a training and a test error for each."""
    sizes = checks.array(errors["code_size"], (len(SIZES),), "the list of code sizes")
    checks.same(sizes.tolist(), SIZES, "the list of code sizes", [(catalogue.SIZES_SORTED, sorted(SIZES))])
    if min(errors["train"].min(), errors["test"].min()) <= 0:
        checks.fail(catalogue.ERROR_NOT_POSITIVE)


@pytest.mark.task("code_size", weight=1.5)
def test_every_size_has_its_own_network(run):
    """Each size gets a new network from make_shallow, trained on all training images, for all epochs, without noise."""
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
    """The reported errors are the squared errors of the trained networks, measured again on the same images.

    The tolerance is 0.1 %: batches of another size change the result by rounding only.
    """
    models = _by_size(run)
    if not models:
        checks.fail(catalogue.SIZE_WITHOUT_NETWORK)
    expected = {name: _errors(models, name, x) for name, x in _images().items()}
    for name, what in LISTS.items():
        _check_untrained(errors[name], expected[name], _images()[name], what)
        if _are_on_noisy_inputs(models, errors[name], expected[name]):
            checks.fail(catalogue.ERRORS_ON_NOISY_INPUTS, what)
        _check_rounded(errors[name], expected[name], what)
        checks.close(errors[name], expected[name], what, 1e-3, candidates=_mistakes(run, expected, name))


def _by_size(run: dict) -> dict:
    """Maps each size to the probe's report about its network; empty if a size has no network."""
    models = {model["size"]: model for model in run["models"]}
    return models if set(SIZES) <= set(models) else {}


def _images() -> dict[str, np.ndarray]:
    return {"train": images("train", TRAIN) / 255, "test": images("test", TEST) / 255}


def _errors(models: dict, name: str, targets: np.ndarray) -> np.ndarray:
    return np.array([squared_error(models[size][name], targets) for size in SIZES])


def _mistakes(run: dict, expected: dict, name: str) -> list[tuple[Any, np.ndarray]]:
    other = "test" if name == "train" else "train"
    losses = {run["models"][which[0]]["size"]: loss for _, _, _, which, loss in run["trainings"] if which}
    other_images = "test images" if name == "train" else "training images"
    wrong = [
        (catalogue.ERRORS_ON_OTHER_IMAGES(images=other_images), expected[other]),
        (catalogue.ERRORS_MEAN_OVER_PIXELS, expected[name] / 784),
        (catalogue.ERRORS_SUM_OVER_IMAGES, expected[name] * {"train": TRAIN, "test": TEST}[name]),
        (catalogue.ERRORS_SQUARE_ROOTS, np.sqrt(expected[name])),
        (catalogue.ERRORS_IN_ORDER_OF_SIZES, expected[name][np.argsort(SIZES)]),
        (catalogue.ERRORS_OF_LAST_SIZE, np.full(len(SIZES), expected[name][-1])),
    ]
    if set(losses) == set(SIZES):
        wrong.append((catalogue.ERRORS_ARE_LOSSES, np.array([losses[size] for size in SIZES])))
    return wrong


def _check_untrained(errors: np.ndarray, expected: np.ndarray, targets: np.ndarray, what: str) -> None:
    """Fail if the errors are those of untrained networks, which give grey everywhere: far worse than trained ones."""
    grey = squared_error(np.full_like(targets, 0.5), targets)
    if (np.abs(errors / grey - 1) < 0.25).all() and (expected < 0.6 * grey).all():
        checks.fail(catalogue.ERRORS_BEFORE_TRAINING, what)


def _are_on_noisy_inputs(models: dict, errors: np.ndarray, expected: np.ndarray) -> bool:
    """True if these are errors on noisy inputs. Other noise, or other images of the same kind, change them by 3 %."""
    noisy = _errors(models, "noisy", _images()["test"])
    return bool((np.abs(errors / noisy - 1) < 0.06).all() and not (np.abs(errors / expected - 1) < 0.02).all())


def _check_rounded(errors: np.ndarray, expected: np.ndarray, what: str) -> None:
    for digits in (0, 1):
        if np.array_equal(errors, np.round(expected, digits)):
            checks.fail(catalogue.ERRORS_ROUNDED, what)


@pytest.mark.task("code_size", weight=1.5)
def test_errors_fall_with_the_size(run, errors):
    """The largest code has clearly smaller errors than the smallest, on training and on test images.

    The limit is 0.87 of the smallest code's error. Measured with three seeds: at most 0.57 on the real images and 0.75
    on the stand-in; 0.96 to 1.05 for two networks of the same size. Errors on noisy inputs have 0.84 to 0.90; another
    test reports them.
    """
    large, small = SIZES.index(max(SIZES)), SIZES.index(min(SIZES))
    for name, what in (("train", "training"), ("test", "test")):
        if errors[name][large] < 0.87 * errors[name][small]:
            continue
        models = _by_size(run)
        if models and _are_on_noisy_inputs(models, errors[name], _errors(models, name, _images()[name])):
            continue
        checks.fail(catalogue.ERROR_DOES_NOT_FALL(images=what))
