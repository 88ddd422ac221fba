"""P1.7: finite differences: the weights that are moved, the formula, and the parameters afterwards."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from solutions.backprop.mlp import central_differences, gradients
from tests.backprop.hidden import catalogue_training as catalogue
from tests.backprop.hidden.adapter import activations, draw, draw_clear, standard
from tests.backprop.hidden.differences import (
    N_VALUES,
    SIZES,
    errors,
    errors_of_variants,
    first_entries,
    mistakes,
    other_summaries,
)
from tests.backprop.hidden.losses import variants_of_differences

pytestmark = pytest.mark.task("finite_differences")
EPSILON = 0.05


def smooth(student):
    """An activation without kinks, if the student has one: its differences follow ε² exactly."""
    names = activations(student)
    return next(name for name in ("tanh", "sigmoid", "relu") if name in names)


def ask(student, rng, epsilons, sizes=SIZES):
    """(activation, x, y, parameters, reply of the probe) for a random network and one sample."""
    name = smooth(student)
    x, y, parameters = draw_bent(rng, sizes, name, min(epsilons))
    reply = student.probe("finite_differences", list(sizes), name, parameters, x, y, epsilons)
    return name, x, y, standard(reply["before"], sizes), reply


def draw_bent(rng, sizes, name, epsilon):
    """Draw a sample and parameters whose differences deviate from the derivative by more than the tolerance."""
    while True:
        x, y, parameters = draw_clear(rng, sizes, name, 1)
        exact = gradients(parameters, x, y, name)[0][0]
        for places in first_entries(sizes):
            differences = central_differences(parameters, x, y, name, places, epsilon)
            error = differences - np.array([exact[index] for _, _, index in places])
            if np.abs(error).max() < 3e-4 * np.abs(differences).max():
                break
        else:
            return x, y, parameters


def nearest(given, groups):
    """Of all rows of these arrays, that which comes nearest to ``given``."""
    return min((row for rows in groups for row in rows), key=lambda row: np.abs(given - row).max())


@pytest.mark.task("finite_differences", weight=3)
@pytest.mark.parametrize("epsilon", [EPSILON, 0.5])
def test_central_differences_in_the_first_layer(student, rng, epsilon):
    """finite_difference_gradients gives central differences in the first layer's first ten weights, for any ε."""
    name, x, y, parameters, reply = ask(student, rng, [epsilon])
    given = checks.array(reply["gradients"][0], None, "the result of finite_difference_gradients")
    given = checks.array(given.reshape(-1), (10,), "the result of finite_difference_gradients")
    orders = first_entries(SIZES)
    right = nearest(given, [variants_of_differences(parameters, x, y, name, places, epsilon) for places in orders])
    what = "the result of finite_difference_gradients"
    checks.close(given, right, what, rtol=1e-4, candidates=mistakes(parameters, x, y, name, epsilon))


@pytest.mark.task("finite_differences", weight=1)
def test_there_may_be_fewer_than_ten_weights(student, rng):
    """p is min(10, m): a first layer of six weights has six differences."""
    sizes = (3, 2, 4, 3)
    name, x, y, parameters, reply = ask(student, rng, [EPSILON], sizes)
    given = checks.array(reply["gradients"][0], None, "the result for a first layer of 6 weights")
    given = checks.array(given.reshape(-1), (6,), "the result for a first layer of 6 weights")
    rights = [variants_of_differences(parameters, x, y, name, places, EPSILON) for places in first_entries(sizes)]
    checks.close(given, nearest(given, rights), "the result for 6 weights")


@pytest.mark.task("finite_differences", weight=1)
def test_weights_are_put_back(student, rng):
    """After finite_difference_gradients and after max_differences, the parameters have their old values."""
    _, x, y, _parameters, reply = ask(student, rng, [EPSILON, 0.3])
    check_restored(reply, "finite_difference_gradients")
    name = smooth(student)
    reply = student.probe("largest_differences", list(SIZES), name, draw(rng, SIZES), x, y, [1, 5])
    check_restored(reply, "max_differences")


def check_restored(reply, function):
    layers = zip(standard(reply["before"], SIZES), standard(reply["after"], SIZES), strict=True)
    for layer, (before, after) in enumerate(layers, 1):
        for kind, old, new in zip("Wb", before, after, strict=True):
            if np.abs(old - new).max() > 1e-6:
                checks.fail(catalogue.PARAMETERS_LEFT_CHANGED(function=function, parameter=kind, layer=str(layer)))


def draw_negative(rng, name):
    """Draw a sample and parameters whose largest difference is negative, so that a missing absolute value shows.

    The largest is not the tenth, because another test checks how many weights are compared.
    """
    for _ in range(400):
        x, y, parameters = draw_clear(rng, SIZES, name, 1)
        for n_values in (N_VALUES[4:5], N_VALUES[:4]):  # most draws fail the first, which is quick
            orders = errors(parameters, x, y, name, n_values)
            if not all((-order.min(axis=1) > 1.1 * order.max(axis=1)).all() for order in orders):
                break
            if not all((-order[:, 9] < -0.9 * order.min(axis=1)).all() for order in orders):
                break
        else:
            break
    return x, y, parameters


@pytest.mark.task("finite_differences", weight=2)
def test_largest_differences_fall_as_the_square_of_epsilon(student, rng):
    """max_differences gives the largest absolute difference to the gradient for every N; it falls as ε² = 1 / N²."""
    name = smooth(student)
    x, y, given = draw_negative(rng, name)
    reply = student.probe("largest_differences", list(SIZES), name, given, x, y, N_VALUES)
    what = "the result of max_differences"
    given = checks.array(reply["differences"], (len(N_VALUES),), what)
    orders = errors_of_variants(standard(reply["before"], SIZES), x, y, name)
    rights = [np.abs(order).max(axis=2) for order in orders]
    right = min((row for rows in rights for row in rows), key=lambda largest: np.abs(given[:5] - largest[:5]).max())
    candidates = [pair for order in orders for pair in other_summaries(order[0, :5])]
    for n, answer, expected in zip(N_VALUES[:5], given, right, strict=False):
        if abs(answer - expected) > 0.02 * expected + 1e-9:
            checks.close(given[:5], right[:5], what, rtol=1e-3, candidates=candidates)
            checks.fail(catalogue.WRONG_FOR_N(n=n))
    if given[-1] > 100 * right[-1] + 1e-8:
        checks.fail(catalogue.STOPS_FALLING)


def draw_outweighing(rng, name, feature, unit):
    """Draw a sample and parameters where the difference in W[feature, unit] is the largest.

    It is positive, and so is the largest of the first ten in either order, because another test checks absolute values.
    """
    for _ in range(2000):
        x, y, given = np.full((1, SIZES[0]), 0.05), np.array([1]), draw(rng, SIZES, 0.3)
        x[0, feature] = 1.5
        given[1][0][:] *= np.linspace(0.3, 2, SIZES[1])[:, None]
        given[1][0][unit] *= 6
        exact = gradients(given, x, y, name)[0][0]
        places = [(0, 0, index) for index in np.ndindex(SIZES[:2])]
        error = central_differences(given, x, y, name, places, 0.5).reshape(SIZES[:2]) - exact
        parts = (error, error.ravel()[:10], error.T.ravel()[:10])
        if error[feature, unit] == error.max() and all(part.max() > -1.1 * part.min() for part in parts):
            break
    return x, y, given


@pytest.mark.task("finite_differences", weight=1)
def test_exactly_the_first_ten_weights_count(student, rng):
    """max_differences compares the tenth weight and not the eleventh."""
    name, order = smooth(student), student.WEIGHTS_ARE()
    shape = SIZES[:2] if order == "in_out" else SIZES[1::-1]
    fits = {"along the rows", "along the columns"}
    for index in (9, 10):
        position = np.unravel_index(index, shape)
        feature, unit = position if order == "in_out" else position[::-1]
        x, y, given = draw_outweighing(rng, name, feature, unit)
        reply = student.probe("largest_differences", list(SIZES), name, given, x, y, [2])
        parameters = standard(reply["before"], SIZES)
        exact = gradients(parameters, x, y, name)[0][0]
        places = [(0, 0, index) for index in np.ndindex(SIZES[:2])]
        error = variants_of_differences(parameters, x, y, name, places, 0.5).reshape(-1, *SIZES[:2]) - exact
        as_stored, turned = np.abs(error), np.abs(error).swapaxes(1, 2)
        if order == "out_in":
            as_stored, turned = turned, as_stored
        answer = checks.array(reply["differences"], (1,), "the result of max_differences")[0]
        ways = {"along the rows": as_stored, "along the columns": turned}
        right = {way: errors.reshape(len(error), -1)[:, :10].max(axis=1) for way, errors in ways.items()}
        fits = {way for way in fits if (np.abs(answer - right[way]) <= 0.02 * right[way] + 1e-9).any()}
        if not fits:
            checks.fail(catalogue.NOT_FIRST_TEN)


def draw_curved(rng, name):
    """Draw a sample and parameters with a loss so curved that the difference for N = 100 is far above rounding.

    The largest difference is positive, because another test checks absolute values.
    """
    while True:
        x, y, parameters = draw_clear(rng, SIZES, name, 1)
        at_100 = [order[0] for order in errors(parameters, x, y, name, [100])]
        positive = all(differences.max() > -1.1 * differences.min() for differences in at_100)
        large = min(differences.max() for differences in at_100) > 1e-6
        if positive and large:
            return x, y, parameters


FAR_LARGER = (10**11, 10**12, 10**13)
"""Several values of N: rounding may make all ten differences of one negative; another test checks absolute values."""


@pytest.mark.task("finite_differences", weight=1)
def test_rounding_takes_over_for_large_n(student, rng):
    """From N = 10⁴ on only rounding errors remain: tiny for N = 10⁵, and larger again for a far larger N."""
    name = smooth(student)
    x, y, parameters = draw_curved(rng, name)
    reply = student.probe("largest_differences", list(SIZES), name, parameters, x, y, [100, 10**5, *FAR_LARGER])
    given = checks.array(reply["differences"], (2 + len(FAR_LARGER),), "the result of max_differences")
    falls = given[1] < 1e-3 * given[0] and given[1] <= 1e-7
    if not falls and not levels_off(given[:2], errors_of_variants(parameters, x, y, name, [100, 10**5])):
        checks.fail(catalogue.FAR_ABOVE_ROUNDING)
    if not given[2:].max() > given[1]:
        checks.fail(catalogue.DOES_NOT_RISE_AGAIN)


def levels_off(given, orders):
    """Whether both numbers are those of a loss with an ε in the logarithm, whose gradient is not quite p − y."""
    rights = [row for order in orders for row in np.abs(order).max(axis=2)[1:]]
    return any((np.abs(given - right) <= 0.02 * right + 1e-9).all() for right in rights)
