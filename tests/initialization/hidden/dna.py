"""Random networks on DNA sequences for the tests of Q5, and checks of the inputs that their f depends on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from autograder import checks
from solutions.initialization import network, permute_units
from tests.initialization.hidden import catalogue_invariances as catalogue

Weights = tuple[np.ndarray, np.ndarray]
Twin = Callable[[np.ndarray], np.ndarray]

LENGTHS = (6, 5)
"""The odd one has a place and a unit in the middle."""
DISTINCT = 1e-3
"""Values of f count as different if they differ by more than this fraction of the spread of f. Correct ties leave
differences of 0.1 … 1 of the spread; ties that go too far leave round-off (1e-16)."""


def random_weights(rng: np.random.Generator, d: int) -> Weights:
    return rng.normal(size=(4, d, 4, d)), rng.normal(size=(4, d))


def random_sequence(rng: np.random.Generator, d: int) -> np.ndarray:
    """Concentrations, all of them positive."""
    return rng.uniform(0.05, 1.0, (4, d))


def unit_order(rng: np.random.Generator, d: int) -> np.ndarray:
    """A permutation; of 20 and more units it is its own inverse with a probability below 1e-8."""
    return rng.permutation(4 * d)


def scaled_at(array: np.ndarray, index: Any, factor: float) -> np.ndarray:
    result = array.copy()
    result[index] *= factor
    return result


def unpack(value: Any, d: int, function: str) -> Weights:
    """(W1, W2) as arrays; numbers of any real dtype."""
    if not isinstance(value, list) or len(value) != 2:
        checks.fail(catalogue.NO_WEIGHT_PAIR(function=function))
    return (
        checks.array(value[0], (4, d, 4, d), f"W1 of {function}"),
        checks.array(value[1], (4, d), f"W2 of {function}"),
    )


def outputs(weights: Weights, inputs: list[np.ndarray]) -> np.ndarray:
    return np.array([network(X, *weights) for X in inputs])


def random_inputs(rng: np.random.Generator, d: int, count: int = 8) -> list[np.ndarray]:
    """Inputs of either sign, so that every unit is active for some and not for others."""
    return list(rng.normal(size=(count, 4, d)))


def same_function(answer: Weights, given: Weights, rng: np.random.Generator, what: str) -> None:
    inputs = random_inputs(rng, given[1].shape[1])
    checks.close(outputs(answer, inputs), outputs(given, inputs), f"f after {what}")


def wrong_permutation(answer: Weights, given: Weights, order: np.ndarray) -> checks.Mistake | None:
    """The mistake that leads from the ``given`` weights to those of the ``answer``, or None where none is confirmed."""
    expected, inverse = permute_units(*given, order), permute_units(*given, np.argsort(order))
    for version in (expected, inverse):
        moved = [np.allclose(answer[i], version[i], rtol=1e-4) for i in (0, 1)]
        kept = [np.allclose(answer[i], given[i], rtol=1e-4) for i in (0, 1)]
        if moved[0] and kept[1]:
            return catalogue.OUTGOING_DID_NOT_MOVE
        if moved[1] and kept[0]:
            return catalogue.FILTERS_DID_NOT_MOVE
    if np.allclose(answer[0], given[0].reshape(4 * given[1].shape[1], -1)[:, order].reshape(given[0].shape), rtol=1e-4):
        return catalogue.INPUTS_PERMUTED
    return None


def check_tie(
    tie: Callable[..., Any],
    twin: Twin,
    others: Sequence[tuple[checks.Mistake, Twin]],
    rng: np.random.Generator,
    function: str,
) -> None:
    """f of the twin equals f, and f is not constant. ``others``: mistakes with what f is invariant under instead."""
    for d in LENGTHS:
        tied, inputs = unpack(tie(*random_weights(rng, d)), d, function), random_inputs(rng, d)
        values = outputs(tied, inputs)
        require_use(values, function)
        if equal(outputs(tied, [twin(X) for X in inputs]), values):
            continue
        fits = (mistake for mistake, other in others if equal(outputs(tied, [other(X) for X in inputs]), values))
        unknown = catalogue.NOT_FOR_ODD_LENGTHS if d % 2 else catalogue.STILL_APART
        checks.fail(next(fits, unknown)(function=function))


def equal(first: np.ndarray, second: np.ndarray) -> bool:
    """To 1e-4 of the largest value; float32 weights stay below 1e-6."""
    return bool(np.abs(first - second).max() <= 1e-4 * np.abs(second).max() + 1e-9)


def require_use(values: np.ndarray, function: str) -> None:
    """The outputs for random inputs differ; those of random weights have a spread of order 10."""
    if values.std() <= DISTINCT:
        checks.fail(catalogue.CONSTANT_F(function=function))


def check_use(tie: Callable[..., Any], changes: Mapping[str, Twin], rng: np.random.Generator, function: str) -> None:
    """f depends on X and on the given weights, and its value changes with each of the ``changes`` of X."""
    d = 6
    inputs = random_inputs(rng, d)
    tied = unpack(tie(*random_weights(rng, d)), d, function)
    values = outputs(tied, inputs)
    require_use(values, function)
    again = unpack(tie(*random_weights(rng, d)), d, function)
    if np.abs(outputs(again, inputs) - values).max() <= DISTINCT * values.std():
        checks.fail(catalogue.GIVEN_WEIGHTS_NOT_USED(function=function))
    for name, change in changes.items():
        if np.abs(outputs(tied, [change(X) for X in inputs]) - values).max() <= DISTINCT * values.std():
            checks.fail(catalogue.TIED_TOO_FAR(function=function, change=name))


def exchange_places(X: np.ndarray) -> np.ndarray:
    """Places 0 and 1 exchanged, which is no reversal."""
    return X[:, [1, 0, *range(2, X.shape[1])]]


def next_base(X: np.ndarray) -> np.ndarray:
    return np.roll(X, 1, axis=0)
