"""P3.1: reading the images, the network without forbidden parts, its training, and submission.csv."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from autograder import checks
from tests.backprop.hidden import catalogue_networks as catalogue
from tests.backprop.hidden import catalogue_submission, cats_labels, pictures
from tests.backprop.hidden.submission import check_submission
from tests.backprop.hidden.weights import CATS, check_modes, check_training, handed_in, predicted

pytestmark = pytest.mark.task("dogs_vs_cats")
OURS = 996
"""Number of trainable parameters of the network in the probe ``parameter_counts``: 3·4·9 + 4, 144·6 + 6, 6·2 + 2."""


@pytest.fixture(scope="module")
def facts(student):
    return student.probe("network_facts", CATS.make, CATS.predict, list(CATS.image_shape))


@pytest.mark.task("dogs_vs_cats", weight=1.5)
def test_reads_labelled_images(student, rng):
    """read_labelled_images reads all <n>.Cat.jpg and <n>.Dog.jpg of the subfolders in colour; cats are 0, dogs 1."""
    numbers = rng.choice(np.arange(1, 3000), 11, replace=False)
    kinds = ["Cat"] * 6 + ["Dog"] * 5
    names = [f"{kind}/{number}.{kind}.jpg" for kind, number in zip(kinds, numbers, strict=True)]
    names += ["Cat/readme.txt", "Dog/contact_sheet.jpg"]
    pixels = pictures.draw_pictures(len(names), rng)
    grey = [int(rng.integers(6)), int(6 + rng.integers(5))]
    answer = student.probe("folder_read", "read_labelled_images", names, pixels, grey)
    images, labels = pair(answer, "read_labelled_images", "images and labels")
    what = "the array of images from read_labelled_images"
    images = pictures.check_images(images, len(kinds), what)
    expected = [pictures.decode(pixels[i], i in grey) for i in range(len(kinds))]
    indices = pictures.positions(images, expected, what)
    what = "the array of labels from read_labelled_images"
    given = checks.array(labels, (len(kinds),), what, "i")[indices]
    right = np.array([0] * 6 + [1] * 5)
    if (given == 1 - right).all():
        checks.fail(catalogue.LABELS_SWAPPED)
    if (given != right).any():
        checks.fail(catalogue.LABELS_OF_OTHER_IMAGES)


@pytest.mark.task("dogs_vs_cats", weight=1)
def test_reads_test_images_in_the_order_of_their_numbers(student, rng):
    """read_test_images returns the numbers of the images in increasing order, and the images in the same order."""
    numbers = [int(n) for n in rng.permutation([*rng.choice(np.arange(1, 10), 3, replace=False), *range(10, 13), 105])]
    names = [*(f"{number}.jpg" for number in numbers), "notes.txt", "contact_sheet.jpg"]
    pixels = pictures.draw_pictures(len(names), rng)
    grey = int(rng.integers(len(numbers)))
    answer = student.probe("folder_read", "read_test_images", names, pixels, [grey])
    ids, images = pair(answer, "read_test_images", "ids and images")
    if isinstance(ids, list) and ids and all(isinstance(id, str) for id in ids):
        checks.fail(catalogue.IDS_ARE_TEXT)
    given = checks.array(ids, (len(numbers),), "the list of ids from read_test_images", "i").tolist()
    if given == sorted(numbers, key=str) and given != sorted(numbers):
        checks.fail(catalogue.IDS_SORTED_AS_TEXT)
    if sorted(given) != sorted(numbers):
        checks.fail(catalogue.IDS_NOT_OF_FILES)
    if given != sorted(numbers):
        checks.fail(catalogue.IDS_NOT_SORTED)
    what = "the array of images from read_test_images"
    images = pictures.check_images(images, len(numbers), what)
    order = [numbers.index(number) for number in sorted(numbers)]
    expected = [pictures.decode(pixels[i], i == grey) for i in order]
    if pictures.positions(images, expected, what) != list(range(len(numbers))):
        checks.fail(catalogue.IMAGES_NOT_IN_ORDER)


@pytest.mark.task("dogs_vs_cats", weight=1)
def test_splits_into_training_and_validation(student, rng):
    """split_cats puts each image into one part, 5 to 40 % into validation, and both animals into both parts."""
    count = int(rng.integers(300, 400))
    labels = torch.from_numpy(np.repeat([0, 1], [count // 2, count - count // 2]))
    splits = student.probe("split_of", labels, int(rng.integers(2**31)))
    fit, valid = (part.tolist() for part in as_positions(splits["first"]))
    again = [part.tolist() for part in as_positions(splits["again"])]
    if set(fit) & set(valid):
        checks.fail(catalogue.IN_BOTH_PARTS)
    if sorted([*fit, *valid]) != list(range(count)):
        checks.fail(catalogue.PARTS_ARE_NOT_ALL)
    if not 0.05 <= len(valid) / count <= 0.4:
        checks.fail(catalogue.VALIDATION_SIZE(percent=100 * len(valid) / count))
    dog_fractions = [float(labels[part].double().mean()) for part in (fit, valid)]
    if not all(0.2 < fraction < 0.8 for fraction in dog_fractions):
        checks.fail(catalogue.SPLIT_NOT_SHUFFLED)
    if again != [fit, valid]:
        checks.fail(catalogue.SPLIT_NOT_REPEATABLE)


@pytest.mark.task("dogs_vs_cats", weight=0.75)
def test_counts_every_parameter(student, facts):
    """cats_parameters counts the trainable parameters of any network: weights and biases of all layers."""
    counts = student.probe("parameter_counts")
    wrong = [
        (catalogue.BIASES_NOT_COUNTED, OURS - 4 - 6 - 2),
        (catalogue.CONVOLUTIONS_ONLY, 112),
        (catalogue.LINEAR_ONLY, OURS - 112),
        (catalogue.FIXED_COUNTED, OURS + 21),
        (catalogue.BUFFERS_COUNTED, OURS + 30),
        (catalogue.TENSORS_COUNTED, 8),
    ]
    checks.parameter_count(counts["ours"], OURS, "cats_parameters of a network with a fixed layer", wrong)
    own = sum(math.prod(shape) for shape in facts["shapes"])
    checks.parameter_count(counts["own"], own, "cats_parameters of your network")


@pytest.mark.task("dogs_vs_cats", weight=3)
def test_uses_no_forbidden_part_of_the_library(student, rng):
    """A training step uses no normalisation, no dropout and no optimiser of the library except torch.optim.SGD."""
    images, labels = some_images(rng, 40)
    parts = student.probe("parts_of_training", images, labels, int(rng.integers(2**31)))
    checks.uses_no(parts, "the library's own is not allowed here", "write it yourself or do without")


@pytest.mark.task("dogs_vs_cats", weight=1, last=True)
def test_training_lowers_the_loss(student, rng):
    """Training returns one loss per epoch; the losses fall, every parameter changes, after_epoch is called."""
    check_training(student, CATS, rng, count=160, epochs=6)


@pytest.mark.task("dogs_vs_cats", weight=0.75)
def test_predicts_in_evaluation_mode(student, rng):
    """predict_cats returns a probability or two scores per image, works in evaluation mode, and changes nothing."""
    images, _ = CATS.split("train")
    some = images[rng.integers(len(images), size=8)]

    def scores(answer):
        return checks.array(answer, [(8,), (8, 2), (8, 1)], "the result of predict_cats")

    check_modes(student, CATS, some, scores)


@pytest.mark.task("dogs_vs_cats", weight=2.5)
def test_submission_is_what_the_weights_predict(student):
    """submission.csv holds the number of every test image and the class that the weights predict; 99 % must agree."""
    given = handed_in(student, CATS)
    if given.of_stand_in:
        checks.fail(catalogue.TRAINED_ON_STAND_IN(file=CATS.file))
    if not student.file("submission.csv"):
        checks.fail(catalogue_submission.NO_SUBMISSION)
    images, _ = CATS.split("test")
    text = student.probe("file_text", "submission.csv")
    check_submission(text, cats_labels.numbers(), predicted(student, CATS, images))


@pytest.mark.task("dogs_vs_cats", weight=0.5)
def test_report_tells_the_number_of_parameters(student, facts):
    """The number of parameters in the report of cats.pt is that of the network."""
    given = handed_in(student, CATS)
    own = sum(math.prod(shape) for shape in facts["shapes"])
    if not given.of_stand_in:
        checks.parameter_count(given.report.get("parameters"), own, "the number of parameters in the report of cats.pt")


def some_images(rng, count):
    """Draw as many cats as dogs of the training set: uint8 images and their labels."""
    images, labels = CATS.split("train")
    some = np.concatenate([rng.choice(np.flatnonzero(labels == animal), count // 2) for animal in (0, 1)])
    rng.shuffle(some)
    return torch.from_numpy(images[some]), torch.from_numpy(labels[some])


def pair(answer, name, parts):
    """The two parts of an answer."""
    if not isinstance(answer, list) or len(answer) != 2:
        checks.fail(catalogue.NO_PAIR(function=name, parts=parts))
    return answer


def as_positions(answer):
    """Positions of images as two arrays of whole numbers; a mask of True and False is not accepted."""
    fit, valid = pair(answer, "split_cats", "the positions to train on and the positions to validate with")
    return [checks.array(part, (None,), "a part of split_cats", "i") for part in (fit, valid)]
