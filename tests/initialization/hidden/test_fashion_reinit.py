"""T2.3: the perceptron's linear layers initialised by another scheme, and trained again."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from autograder.checks.diagnosis import ratio_in_words
from tests.initialization.hidden.schemes import differs, named_scheme, oracle
from tests.initialization.hidden.trained import FASHION, check_not_a_copy, check_report, check_was_trained

pytestmark = pytest.mark.task("fashion_reinit")


@pytest.fixture(scope="module")
def layers(student):
    """Weights before, after seeds 7, 7 and 8, and what was returned."""
    found = student.probe("reinitialised_layers", FASHION.make, [7, 7, 8])
    if not found["before"]:
        checks.fail("the network has no nn.Linear layer to initialise.", "no linear layer")
    return found


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
        checks.fail("the linear layers of the given model keep their weights; change them in place.", "nothing changed")
    if untouched:
        count = len(layers["before"])
        shown = ", ".join(map(str, untouched))
        checks.fail(f"of the {count} linear layers, number {shown} keeps its weights.", "some layers not changed")


@pytest.mark.task("fashion_reinit", weight=2)
def test_weights_follow_the_named_scheme(layers):
    """The new weights of every linear layer are distributed as the named scheme with the returned keywords says."""
    name, keywords = named_scheme(layers["returned"][0])
    for number, weight in enumerate(layers["after"][0], start=1):
        drawn = oracle(name, keywords, weight.shape)
        if differs(weight, drawn):
            own, right = float(weight.std()), float(np.concatenate([layer.ravel() for layer in drawn]).std())
            spread = f" Their std is {ratio_in_words(own / right)}." if own and right else ""
            checks.fail(
                f"the weights of linear layer {number} are not what torch.nn.init.{name} gives with these keywords."
                f"{spread}",
                "scheme and weights disagree",
            )


@pytest.mark.task("fashion_reinit", weight=0.5)
def test_is_another_scheme_than_before(layers):
    """The scheme is not the one that a new model starts from."""
    name, keywords = named_scheme(layers["returned"][0])
    largest = max(range(len(layers["before"])), key=lambda number: layers["before"][number].size)
    before = layers["before"][largest]
    if np.array_equal(before, layers["after"][0][largest]):
        checks.fail("the largest layer keeps the weights it starts from.", "nothing changed")
    if not differs(before, oracle(name, keywords, before.shape)):
        checks.fail("a new model starts from this very scheme: choose another one.", "same scheme as before")


@pytest.mark.task("fashion_reinit", weight=0.5)
def test_seed_decides_the_weights(layers):
    """The same seed gives the same weights, another seed others."""
    first, again, other = layers["after"]
    name, keywords = named_scheme(layers["returned"][0])
    if not all(map(np.array_equal, first, again)):
        checks.fail("the same seed gives different weights.", "seed is not used")
    constant = np.array_equal(*oracle(name, keywords, first[0].shape)[:2])
    if not constant and any(map(np.array_equal, first, other)):
        checks.fail("two different seeds give the same weights.", "seed is not used")


def test_was_trained_again(student, trained):
    """The network of the second file was trained after the change, and is not a copy of the first one."""
    check_was_trained(trained, "fashion_reinit.pt")
    check_not_a_copy(student, FASHION, "fashion_mlp.pt", "fashion_reinit.pt")


@pytest.mark.task("fashion_reinit", weight=0.5)
def test_report_tells_the_change_in_accuracy(student, trained, evaluated):
    """The saved accuracy and its change against the first network are those that the two files reach."""
    if trained.report:
        check_report(trained.report.get("test_accuracy"), trained.accuracy, "the reported test_accuracy")
        if student.file("fashion_mlp.pt"):
            change = trained.accuracy - evaluated(FASHION, "fashion_mlp.pt").accuracy
            check_report(trained.report.get("change"), change, "the reported change")
