"""T2.3: the perceptron with its linear layers initialised by another scheme, and trained again."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from autograder.checks.wording import list_names, ratio_in_words
from tests.initialization.hidden import catalogue_networks as catalogue
from tests.initialization.hidden.schemes import differs, named_scheme, oracle
from tests.initialization.hidden.trained import FASHION, check_not_a_copy, check_report, check_was_trained

pytestmark = pytest.mark.task("fashion_reinit")


@pytest.fixture(scope="module")
def layers(student):
    """Weights before reinitialise and after it with seeds 7, 7 and 8, and the returned dictionaries."""
    layers = student.probe("reinitialised_layers", FASHION.make, [7, 7, 8])
    if not layers["before"]:
        checks.fail(catalogue.NO_LINEAR_LAYER)
    return layers


@pytest.fixture(scope="module")
def trained(evaluated):
    return evaluated(FASHION, "fashion_reinit.pt", "reinitialise")


def test_every_linear_layer_gets_new_weights(layers):
    """All linear layers of the given model have new weights afterwards, in place."""
    untouched = [
        number
        for number, (before, after) in enumerate(zip(layers["before"], layers["after"][0], strict=True), start=1)
        if np.array_equal(before, after)
    ]
    if len(untouched) == len(layers["before"]):
        checks.fail(catalogue.WEIGHTS_KEPT)
    if untouched:
        numbers = list_names([str(number) for number in untouched])
        checks.fail(catalogue.SOME_WEIGHTS_KEPT(total=len(layers["before"]), layers=numbers))


@pytest.mark.task("fashion_reinit", weight=2)
def test_weights_follow_the_named_scheme(layers):
    """The new weights of every linear layer are distributed as the named scheme with the returned keywords says."""
    name, keywords = named_scheme(layers["returned"][0])
    for number, weight in enumerate(layers["after"][0], start=1):
        drawn = oracle(name, keywords, weight.shape)
        if differs(weight, drawn):
            own, expected = float(weight.std()), float(np.concatenate([layer.ravel() for layer in drawn]).std())
            telling = bool(own and expected) and abs(own / expected - 1) > 0.02
            spread = f". Their std is {ratio_in_words(own / expected)}" if telling else ""
            checks.fail(catalogue.SCHEME_AND_WEIGHTS_DISAGREE(layer=str(number), scheme=name, spread=spread))


@pytest.mark.task("fashion_reinit", weight=0.5)
def test_is_another_scheme_than_before(layers):
    """The scheme is not the one that a new model starts from."""
    name, keywords = named_scheme(layers["returned"][0])
    largest = max(range(len(layers["before"])), key=lambda number: layers["before"][number].size)
    before = layers["before"][largest]
    if np.array_equal(before, layers["after"][0][largest]):
        checks.fail(catalogue.LARGEST_LAYER_KEPT)
    if not differs(before, oracle(name, keywords, before.shape)):
        checks.fail(catalogue.SAME_SCHEME)


@pytest.mark.task("fashion_reinit", weight=0.5)
def test_seed_decides_the_weights(layers):
    """The same seed gives the same weights, another seed gives other weights."""
    first, again, other = layers["after"]
    name, keywords = named_scheme(layers["returned"][0])
    if not all(map(np.array_equal, first, again)):
        checks.fail(catalogue.SEED_IGNORED, "weights")
    constant = np.array_equal(*oracle(name, keywords, first[0].shape)[:2])
    if not constant and any(map(np.array_equal, first, other)):
        checks.fail(catalogue.SEED_FIXED, "weights")


def test_was_trained_again(student, trained):
    """The network of the second file was trained after the change, and is not a copy of the first one."""
    check_was_trained(trained, "fashion_reinit.pt")
    check_not_a_copy(student, FASHION, "fashion_mlp.pt", "fashion_reinit.pt")


@pytest.mark.task("fashion_reinit", weight=0.5)
def test_report_tells_the_change_in_accuracy(student, trained, evaluated):
    """The saved accuracy, and its change since the first network, are those that the two files reach."""
    if trained.report:
        check_report(trained.report.get("test_accuracy"), trained.accuracy, "the reported test_accuracy")
        if student.file("fashion_mlp.pt"):
            change = trained.accuracy - evaluated(FASHION, "fashion_mlp.pt").accuracy
            check_report(trained.report.get("change"), change, "the reported change")
