"""Q5: invariances of a network on DNA sequences: those of its parameters, and those of the data."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.initialization import permute_units, rescale_unit, reverse, swap_pairs
from tests.initialization.hidden import catalogue_invariances as catalogue
from tests.initialization.hidden.dna import (
    DISTINCT,
    LENGTHS,
    check_tie,
    check_use,
    exchange_places,
    next_base,
    random_sequence,
    random_weights,
    same_function,
    scaled_at,
    unit_order,
    unpack,
    wrong_permutation,
)

pytestmark = pytest.mark.task("invariances")


@pytest.mark.task("invariances", weight=1.5)
def test_rescaled_unit_keeps_the_function(student, rng):
    """After a hidden unit is rescaled, f is the same for every input, and the unit's incoming weights are alpha times
    the old ones."""
    for d, alpha in zip(LENGTHS, (rng.uniform(2, 5), rng.uniform(0.1, 0.5)), strict=True):
        given, r, k = random_weights(rng, d), int(rng.integers(4)), int(rng.integers(d))
        answer = unpack(student.rescale_unit(*given, r, k, float(alpha)), d, "rescale_unit")
        expected = rescale_unit(*given, r, k, alpha)
        once, everywhere = scaled_at(given[1], (r, k), alpha), given[0] * alpha
        checks.close(
            answer[0],
            expected[0],
            "W1 of the rescaled unit",
            candidates=[
                (catalogue.RESCALED_BY_DIVISION, rescale_unit(*given, r, k, 1 / alpha)[0]),
                (catalogue.EVERY_UNIT_RESCALED, everywhere),
                (catalogue.INPUT_RESCALED, scaled_at(given[0], (slice(None), slice(None), r, k), alpha)),
                (catalogue.NOTHING_CHANGED, given[0]),
            ],
        )
        checks.close(
            answer[1],
            expected[1],
            "W2 of the rescaled unit",
            candidates=[
                (catalogue.OUTGOING_NOT_DIVIDED, given[1]),
                (catalogue.OUTGOING_MULTIPLIED, once),
                (catalogue.EVERY_OUTGOING_DIVIDED, given[1] / alpha),
                (catalogue.OUTGOING_DIVIDED_TWICE, scaled_at(given[1], (r, k), alpha**-2)),
            ],
        )
        same_function(answer, given, rng, "a unit was rescaled")


@pytest.mark.task("invariances", weight=1.5)
def test_permuted_units_keep_the_function(student, rng):
    """With the hidden units in another order, f is the same for every input."""
    for d in LENGTHS:
        given, order = random_weights(rng, d), unit_order(rng, d)
        answer = unpack(student.permute_units(*given, order), d, "permute_units")
        mistake = wrong_permutation(answer, given, order)
        if mistake:
            checks.fail(mistake)
        same_function(answer, given, rng, "the units were permuted")


@pytest.mark.task("invariances", weight=0.5)
def test_units_come_in_the_order_asked_for(student, rng):
    """New unit u is old unit order[u], with its filter and its outgoing weight."""
    for d in LENGTHS:
        given, order = random_weights(rng, d), unit_order(rng, d)
        answer, expected = (
            unpack(student.permute_units(*given, order), d, "permute_units"),
            permute_units(*given, order),
        )
        inverse = permute_units(*given, np.argsort(order))
        for which in (0, 1):
            checks.close(
                answer[which],
                expected[which],
                f"W{which + 1} of the permuted units",
                candidates=[(catalogue.OTHER_WAY_ROUND, inverse[which]), (catalogue.NOTHING_CHANGED, given[which])],
            )


@pytest.mark.task("invariances", weight=2)
def test_reversal_changes_nothing(student, rng):
    """With weights from tie_reversal, f is the same for a sequence and its reversal, for odd and even lengths."""
    others = [
        (catalogue.ONE_PLACE_TOO_FAR, lambda X: np.roll(X[:, ::-1], 1, axis=1)),
        (catalogue.BASES_TIED, lambda X: X[::-1]),
        (catalogue.PAIRS_TIED, swap_pairs),
    ]
    check_tie(student.tie_reversal, reverse, others, rng, "tie_reversal")


@pytest.mark.task("invariances", weight=2)
def test_partner_bases_change_nothing(student, rng):
    """With weights from tie_pairs, f is the same for a sequence and the one with every base replaced by its partner."""
    others = [
        (catalogue.NEXT_BASE_TIED, lambda X: X[[1, 0, 3, 2]]),
        (catalogue.BASES_REVERSED, lambda X: X[::-1]),
        (catalogue.PLACES_TIED, reverse),
        (catalogue.PLACES_SHIFTED, lambda X: np.roll(X, 2, axis=1)),
    ]
    check_tie(student.tie_pairs, swap_pairs, others, rng, "tie_pairs")


def test_reversal_is_tied_and_nothing_else(student, rng):
    """With weights from tie_reversal, f still depends on the given weights and on the order of places and bases."""
    changes = {"two places are exchanged": exchange_places, "the bases are exchanged": next_base}
    check_use(student.tie_reversal, changes, rng, "tie_reversal")


def test_pairs_are_tied_and_nothing_else(student, rng):
    """With weights from tie_pairs, f still depends on the given weights, on the places, and on the bases, except for
    an exchange of partners."""
    changes = {
        "two places are exchanged": exchange_places,
        "every base is replaced by the next one, which is not its partner": next_base,
    }
    check_use(student.tie_pairs, changes, rng, "tie_pairs")


@pytest.mark.task("invariances", weight=1.5)
def test_normalised_input_has_no_scale(student, rng):
    """normalise gives the same for X and for c·X, for small and for large c > 0."""
    for d in LENGTHS:
        X = random_sequence(rng, d)
        base = checks.array(student.normalise(X), (4, d), "normalise(X)")
        if np.ptp(base) <= DISTINCT * np.abs(base).max():
            checks.fail(catalogue.SEQUENCE_LOST)
        for c in (rng.uniform(0.02, 0.1), rng.uniform(2, 5), rng.uniform(200, 900)):
            answer = checks.array(student.normalise(c * X), (4, d), "normalise(c·X)")
            checks.close(
                answer,
                base,
                "normalise(c·X), compared with normalise(X),",
                rtol=1e-3,
                candidates=[(catalogue.SCALE_LEFT, c * base), (catalogue.SCALE_TWICE, c**2 * base)],
            )


def test_normalised_sequences_stay_apart(student, rng):
    """Sequences that are not multiples of each other stay different when they are normalised."""
    d = 6
    X = random_sequence(rng, d)
    others = [
        (catalogue.SEQUENCES_MADE_EQUAL, random_sequence(rng, d)),
        (catalogue.OFFSET_LOST, X + 0.7),
        (catalogue.SCALE_OF_PLACES_LOST, X * np.linspace(0.5, 2, d)),
        (catalogue.SCALE_OF_BASES_LOST, X * np.linspace(0.5, 2, 4)[:, None]),
    ]
    base = checks.array(student.normalise(X), (4, d), "normalise(X)")
    scale = np.abs(base).max()
    for mistake, other in others:
        answer = checks.array(student.normalise(other), (4, d), "normalise(X)")
        if np.abs(answer - base).max() <= DISTINCT * scale:
            checks.fail(mistake)


@pytest.mark.task("invariances", weight=0.5)
def test_normalised_zeros_stay_finite(student, rng):
    """A matrix of zeros stays finite when it is normalised."""
    checks.array(student.normalise(np.zeros((4, 5))), (4, 5), "normalise of a matrix of zeros")


@pytest.mark.task("invariances", weight=0.5)
def test_given_weights_stay_as_they_are(student, rng):
    """The five functions do not change the arrays that they are given."""
    W1, W2 = random_weights(rng, 5)
    calls: dict[str, tuple[Any, ...]] = {
        "rescale_unit": (W1, W2, 1, 2, 3.0),
        "permute_units": (W1, W2, unit_order(rng, 5)),
        "tie_reversal": (W1, W2),
        "tie_pairs": (W1, W2),
        "normalise": (random_sequence(rng, 5),),
    }
    for function, arguments in calls.items():
        result = getattr(student, function)(*arguments)
        if function == "normalise":
            checks.array(result, (4, 5), "normalise(X)")
        else:
            unpack(result, 5, function)
        copies = [np.array(value) if isinstance(value, np.ndarray) else value for value in arguments]
        after = student.probe("arguments_after", function, copies)
        for position, before in enumerate(arguments):
            if isinstance(before, np.ndarray):
                checks.not_mutated(before, after[position], f"argument {position + 1} of {function}")
