"""P3.1: reading the images, the network without forbidden parts, its training, and the submission made again."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from autograder import checks
from tests.backprop.hidden import cats_labels, pictures
from tests.backprop.hidden.submission import check_submission
from tests.backprop.hidden.weights import CATS, check_modes, check_training, handed_in, predicted

pytestmark = pytest.mark.task("dogs_vs_cats")
OURS = 996
"""Trainable numbers of the network in the probe ``parameter_counts``: 3·4·9 + 4, 144·6 + 6, 6·2 + 2."""


@pytest.fixture(scope="module")
def facts(student):
    return student.probe("network_facts", CATS.make, CATS.predict, list(CATS.image_shape))


@pytest.mark.task("dogs_vs_cats", weight=1.5)
def test_reads_labelled_images(student, rng):
    """All images <n>.Cat.jpg and <n>.Dog.jpg of the subfolders are read, in colour, cats labelled 0 and dogs 1."""
    numbers = rng.choice(np.arange(1, 3000), 11, replace=False)
    kinds = ["Cat"] * 6 + ["Dog"] * 5
    names = [f"{kind}/{number}.{kind}.jpg" for kind, number in zip(kinds, numbers, strict=True)]
    names += ["Cat/readme.txt", "Dog/contact_sheet.jpg"]
    pixels = pictures.drawn(len(names), rng)
    grey = [int(rng.integers(6)), int(6 + rng.integers(5))]
    found = student.probe("folder_read", "read_labelled_images", names, pixels, grey)
    images, labels = pair(found, "read_labelled_images", "images and labels")
    images = pictures.check_images(images, len(kinds), "the images of read_labelled_images")
    expected = [pictures.decoded(pixels[i], i in grey) for i in range(len(kinds))]
    places = pictures.positions(images, expected, "the images of read_labelled_images")
    given = checks.array(labels, (len(kinds),), "the labels of read_labelled_images", "i", lists_ok=True)[places]
    right = np.array([0] * 6 + [1] * 5)
    if (given == 1 - right).all():
        checks.fail("cats are labelled 1 and dogs 0; it is the other way round.", "labels swapped")
    if (given != right).any():
        checks.fail("the labels do not belong to their images (0 is a cat, 1 a dog).", "wrong labels")


@pytest.mark.task("dogs_vs_cats", weight=1)
def test_reads_test_images_in_the_order_of_their_numbers(student, rng):
    """The numbers of the test images come in increasing order, each with its own image."""
    numbers = [int(n) for n in rng.permutation([*rng.choice(np.arange(1, 10), 3, replace=False), *range(10, 13), 105])]
    names = [*(f"{number}.jpg" for number in numbers), "notes.txt", "contact_sheet.jpg"]
    pixels = pictures.drawn(len(names), rng)
    grey = int(rng.integers(len(numbers)))
    found = student.probe("folder_read", "read_test_images", names, pixels, [grey])
    ids, images = pair(found, "read_test_images", "ids and images")
    if isinstance(ids, list) and ids and all(isinstance(one, str) for one in ids):
        checks.fail("the ids of read_test_images are text; return whole numbers (12 for 12.jpg).", "ids are text")
    given = checks.array(ids, (len(numbers),), "the ids of read_test_images", "i", lists_ok=True).tolist()
    if given == sorted(numbers, key=str) and given != sorted(numbers):
        checks.fail("the ids are sorted as text (1, 10, 2); sort them as numbers.", "sorted as text")
    if sorted(given) != sorted(numbers):
        checks.fail("the ids are not the numbers of the file names.", "wrong ids")
    if given != sorted(numbers):
        checks.fail("the ids do not increase; sort them as numbers.", "not sorted")
    images = pictures.check_images(images, len(numbers), "the images of read_test_images")
    order = [numbers.index(number) for number in sorted(numbers)]
    expected = [pictures.decoded(pixels[i], i == grey) for i in order]
    if pictures.positions(images, expected, "the images of read_test_images") != list(range(len(numbers))):
        checks.fail("the images are not in the order of the ids.", "ids and images in different orders")


@pytest.mark.task("dogs_vs_cats", weight=1)
def test_splits_into_training_and_validation(student, rng):
    """Each image is for training or for validation, 5 to 40 % of them for validation, both animals in either part."""
    count = int(rng.integers(300, 400))
    labels = torch.from_numpy(np.repeat([0, 1], [count // 2, count - count // 2]))
    found = student.probe("split_of", labels, int(rng.integers(2**31)))
    fit, valid = (part.tolist() for part in as_positions(found["first"]))
    again = [part.tolist() for part in as_positions(found["again"])]
    if set(fit) & set(valid):
        checks.fail("some images are for training and for validation.", "trains on validation images")
    if sorted([*fit, *valid]) != list(range(count)):
        checks.fail("the two parts of split_cats are not all images, each once.", "images lost")
    if not 0.05 <= len(valid) / count <= 0.4:
        checks.fail(f"{100 * len(valid) / count:.0f} % of the images are for validation.", "size of the validation set")
    shares = [float(labels[part].double().mean()) for part in (fit, valid)]
    if not all(0.2 < share < 0.8 for share in shares):
        checks.fail(
            "one part holds hardly any image of one of the animals: the images come sorted by class, so shuffle first.",
            "split without shuffling",
        )
    if again != [fit, valid]:
        checks.fail("two calls of split_cats with the same seed differ.", "seed unused")


@pytest.mark.task("dogs_vs_cats", weight=0.75)
def test_counts_every_parameter(student, facts):
    """The number of trainable parameters of any network is counted, weights and biases of all layers."""
    found = student.probe("parameter_counts")
    wrong = {
        "the biases are not counted": OURS - 4 - 6 - 2,
        "only the convolutions are counted": 112,
        "only the linear layers are counted": OURS - 112,
        "parameters that are not trained are counted too": OURS + 21,
        "buffers and parameters that are not trained are counted too": OURS + 30,
        "the number of tensors is counted instead of the numbers in them": 8,
    }
    checks.parameter_count(found["ours"], OURS, "cats_parameters of a network with a fixed layer", wrong)
    own = sum(math.prod(shape) for shape in facts["shapes"])
    checks.parameter_count(found["own"], own, "cats_parameters of your network")


@pytest.mark.task("dogs_vs_cats", weight=3)
def test_uses_no_forbidden_part_of_the_library(student, rng):
    """A training step uses no normalisation, no dropout and no optimiser of the library other than torch.optim.SGD."""
    images, labels = some_images(rng, 40)
    found = student.probe("parts_of_training", images, labels, int(rng.integers(2**31)))
    checks.uses_no(found, "the library's own is not allowed here", "write it yourself or do without")


@pytest.mark.task("dogs_vs_cats", weight=1)
def test_training_lowers_the_loss(student, rng):
    """Training returns one loss per epoch, they fall, every parameter takes part, after_epoch is called."""
    check_training(student, CATS, rng, count=160, epochs=6)


@pytest.mark.task("dogs_vs_cats", weight=0.75)
def test_predicts_in_evaluation_mode(student, rng):
    """Predicting gives a probability or two scores per image, in evaluation mode, and changes nothing."""
    images, _ = CATS.split("train")
    some = images[rng.integers(len(images), size=8)]

    def scores(found):
        return checks.array(found, [(8,), (8, 2), (8, 1)], "the result of predict_cats")

    check_modes(student, CATS, some, scores)


@pytest.mark.task("dogs_vs_cats", weight=2.5)
def test_submission_is_what_the_weights_predict(student):
    """submission.csv holds for every test image, by its number, what the handed-in weights predict (99 % agree)."""
    given = handed_in(student, CATS)
    if given.note:
        checks.fail(given.note, "other data")
    if not student.file("submission.csv"):
        checks.fail("submission.csv was not handed in.", "no submission")
    images, _ = CATS.split("test")
    text = student.probe("file_text", "submission.csv")
    check_submission(text, cats_labels.numbers(), predicted(student, CATS, images))


@pytest.mark.task("dogs_vs_cats", weight=0.5)
def test_report_tells_the_number_of_parameters(student, facts):
    """The number of parameters saved beside the weights is that of the network."""
    given = handed_in(student, CATS)
    own = sum(math.prod(shape) for shape in facts["shapes"])
    if not given.note:
        checks.parameter_count(given.report.get("parameters"), own, "the number of parameters in the report of cats.pt")


def some_images(rng, count):
    """As many cats as dogs of the training set, uint8, and their labels."""
    images, labels = CATS.split("train")
    some = np.concatenate([rng.choice(np.flatnonzero(labels == animal), count // 2) for animal in (0, 1)])
    rng.shuffle(some)
    return torch.from_numpy(images[some]), torch.from_numpy(labels[some])


def pair(found, name, what):
    """The two parts of an answer."""
    if not isinstance(found, list) or len(found) != 2:
        checks.fail(f"{name} does not return two things; return {what}.", "no pair")
    return found


def as_positions(found):
    """Positions of images as two arrays of whole numbers; a mask of True and False is none."""
    fit, valid = pair(found, "split_cats", "the positions to train on and those to validate with")
    return [checks.array(part, (None,), "a part of split_cats", "i", lists_ok=True) for part in (fit, valid)]
