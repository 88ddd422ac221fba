"""P1.7: finite differences, graded by what they do: which weights, which formula, what is left behind."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from solutions.backprop.mlp import central_differences, gradients, mean_loss
from tests.backprop.hidden.adapter import activations, draw, settled, standard

pytestmark = pytest.mark.task("finite_differences")
SIZES = (6, 5, 7, 4)
EPSILON = 0.05


def smooth(student):
    """An activation without kinks if there is one: there the differences follow ε² exactly."""
    names = activations(student)
    return next(name for name in ("tanh", "sigmoid", "relu") if name in names)


def asked(student, rng, epsilons, sizes=SIZES):
    name = smooth(student)
    x, y, parameters = bent(rng, sizes, name, min(epsilons))
    found = student.probe("finite_differences", list(sizes), name, parameters, x, y, epsilons)
    return name, x, y, standard(found["before"], sizes), found


def bent(rng, sizes, name, epsilon):
    """A sample and parameters where the differences are told from the derivative by more than their tolerance."""
    while True:
        x, y, parameters = settled(rng, sizes, name, 1)
        exact = gradients(parameters, x, y, name)[0][0]
        for places in first_entries(sizes):
            differences = central_differences(parameters, x, y, name, places, epsilon)
            error = differences - np.array([exact[index] for _, _, index in places])
            if np.abs(error).max() < 3e-4 * np.abs(differences).max():
                break
        else:
            return x, y, parameters


def places_in(layer, shape, kind=0, p=10):
    """Two ways to count the first p entries: along the rows of W (in, out) and along those of its transpose."""
    if kind:
        return [[(layer, 1, (i,)) for i in range(min(p, shape[1]))]]
    count = min(p, shape[0] * shape[1])
    rows = [np.unravel_index(i, shape) for i in range(count)]
    columns = [np.unravel_index(i, shape[::-1])[::-1] for i in range(count)]
    return [[(layer, 0, place) for place in places] for places in (rows, columns)]


def first_entries(sizes, p=10):
    return places_in(0, sizes[:2], p=p)


@pytest.mark.task("finite_differences", weight=3)
@pytest.mark.parametrize("epsilon", [EPSILON, 0.5])
def test_central_differences_in_the_first_layer(student, rng, epsilon):
    """Central differences of the loss in the first ten weights of the first layer, for a small and a large ε."""
    name, x, y, parameters, found = asked(student, rng, [epsilon])
    given = checks.array(found["gradients"][0], None, "the result of finite_difference_gradients", lists_ok=True)
    given = checks.array(given.reshape(-1), (10,), "the result of finite_difference_gradients")
    orders = first_entries(SIZES)
    rights = [central_differences(parameters, x, y, name, places, epsilon) for places in orders]
    right = min(rights, key=lambda one: np.abs(given - one).max())
    candidates = mistakes(parameters, x, y, name, epsilon)
    what = "the result of finite_difference_gradients"
    checks.close(given, right, what, rtol=1e-4, candidates=candidates)


def mistakes(parameters, x, y, name, epsilon):
    """Wrong answers by name; those of other layers and other formulas."""
    found = {}
    for layer, (W, _b) in enumerate(parameters):
        for kind, word in ((0, "weights"), (1, "biases")):
            for number, places in enumerate(places_in(layer, W.shape, kind)):
                if len(places) != 10 or (layer == 0 and kind == 0):
                    continue
                title = "the first layer's" if layer == 0 else f"those of layer {layer + 1}, not the first layer's"
                told = f"these are differences in the {word} of layer {layer + 1}, the wrong layer"
                if layer == 0:
                    told = f"these are differences in {title} {word}, not in its weights"
                found[told + " " * number] = central_differences(parameters, x, y, name, places, epsilon)
    base = mean_loss(parameters, x, y, name)
    exact = gradients(parameters, x, y, name)[0][0]
    for number, places in enumerate(first_entries((len(parameters[0][0]), len(parameters[0][1])))):
        pad = " " * number
        right = central_differences(parameters, x, y, name, places, epsilon)
        ahead = []
        for _, _, index in places:
            changed = [(W.copy(), b.copy()) for W, b in parameters]
            changed[0][0][index] += epsilon
            ahead.append((mean_loss(changed, x, y, name) - base) / epsilon)
        found["the difference is one-sided, L(θ + ε) − L(θ), not central" + pad] = np.array(ahead)
        found["it is divided by 2 and multiplied by ε: write / (2 * ε)" + pad] = right * epsilon**2
        found["it is not divided by 2ε" + pad] = right * 2 * epsilon
        found["it is divided by ε instead of 2ε" + pad] = right * 2
        found["its sign is wrong" + pad] = -right
        found["it is the gradient by back-propagation, not a finite difference" + pad] = np.array(
            [exact[index] for _, _, index in places]
        )
        found["weights are not put back before the next one is moved" + pad] = unrestored(
            parameters, x, y, name, places, epsilon
        )
    return found


def unrestored(parameters, x, y, name, places, epsilon):
    """Central differences where every weight stays at θ − ε."""
    current = [(W.copy(), b.copy()) for W, b in parameters]
    found = []
    for _, _, index in places:
        losses = []
        for step in (epsilon, -2 * epsilon):
            current[0][0][index] += step
            losses.append(mean_loss(current, x, y, name))
        found.append((losses[0] - losses[1]) / (2 * epsilon))
    return np.array(found)


@pytest.mark.task("finite_differences", weight=1)
def test_there_may_be_fewer_than_ten_weights(student, rng):
    """p is min(10, m): a first layer of six weights gives six differences."""
    sizes = (3, 2, 4, 3)
    name, x, y, parameters, found = asked(student, rng, [EPSILON], sizes)
    given = checks.array(found["gradients"][0], None, "the result for a first layer of 6 weights", lists_ok=True)
    given = checks.array(given.reshape(-1), (6,), "the result for a first layer of 6 weights")
    rights = [central_differences(parameters, x, y, name, places, EPSILON) for places in first_entries(sizes)]
    checks.close(given, min(rights, key=lambda one: np.abs(given - one).max()), "the result for 6 weights")


@pytest.mark.task("finite_differences", weight=1)
def test_weights_are_put_back(student, rng):
    """After finite_difference_gradients and after max_differences the parameters are what they were."""
    _, x, y, _parameters, found = asked(student, rng, [EPSILON, 0.3])
    check_restored(found, "finite_difference_gradients")
    name = smooth(student)
    found = student.probe("largest_differences", list(SIZES), name, draw(rng, SIZES), x, y, [1, 5])
    check_restored(found, "max_differences")


def check_restored(found, function):
    for layer, (before, after) in enumerate(
        zip(standard(found["before"], SIZES), standard(found["after"], SIZES), strict=True), 1
    ):
        for kind, one, two in zip("Wb", before, after, strict=True):
            if np.abs(one - two).max() > 1e-6:
                checks.fail(
                    f"{function} leaves {kind} of layer {layer} changed: put every weight back.", "weight not restored"
                )


N_VALUES = [1, 5, 10, 50, 100, 500, 1000]


def errors(parameters, x, y, name, n_values=N_VALUES):
    """Central difference minus gradient (N, 10) for every N, for either way to count the first ten weights."""
    exact = gradients(parameters, x, y, name)[0][0]
    found = []
    for places in first_entries(SIZES):
        true = np.array([exact[index] for _, _, index in places])
        found.append(np.array([central_differences(parameters, x, y, name, places, 1 / n) - true for n in n_values]))
    return found


def telling(rng, name):
    """A sample and parameters where the largest difference is negative, so that a missing absolute value shows.

    It is not the tenth: how many weights are compared is another test's affair.
    """
    for _ in range(400):
        x, y, parameters = settled(rng, SIZES, name, 1)
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
    """For every N the largest absolute difference to the gradient; it falls as ε² = 1 / N²."""
    name = smooth(student)
    x, y, given = telling(rng, name)
    found = student.probe("largest_differences", list(SIZES), name, given, x, y, N_VALUES)
    given = checks.array(found["differences"], (len(N_VALUES),), "the result of max_differences", lists_ok=True)
    orders = errors(standard(found["before"], SIZES), x, y, name)
    right = min((np.abs(order).max(axis=1) for order in orders), key=lambda one: np.abs(given[:5] - one[:5]).max())
    candidates = {}
    for number, order in enumerate(np.array(orders)):
        pad = " " * number
        candidates |= {
            "the absolute value is missing: it is the largest signed difference" + pad: order.max(axis=1)[:5],
            "the absolute value is missing: it is the smallest signed difference" + pad: order.min(axis=1)[:5],
            "it is the mean of the absolute differences, not the largest" + pad: np.abs(order).mean(axis=1)[:5],
            "it is the absolute value of the largest signed difference" + pad: np.abs(order.max(axis=1))[:5],
            "it is the sum of the absolute differences, not the largest" + pad: np.abs(order).sum(axis=1)[:5],
            "it is the smallest absolute difference, not the largest" + pad: np.abs(order).min(axis=1)[:5],
            "it is the Euclidean norm of the differences, not the largest" + pad: np.sqrt((order**2).sum(axis=1))[:5],
        }
    for n, mine, reference in zip(N_VALUES[:5], given, right, strict=False):
        if abs(mine - reference) > 0.02 * reference + 1e-9:
            checks.close(given[:5], right[:5], "the result of max_differences", rtol=1e-3, candidates=candidates)
            checks.fail(f"the result of max_differences is not right for N = {n}.")
    if given[-1] > 100 * right[-1] + 1e-8:
        checks.fail("for N = 1000 the difference does not go on falling: work in double precision.", "precision")


def one_weight_outweighs(rng, name, feature, unit):
    """A sample and parameters where the difference in W[feature, unit] is the largest.

    It is positive, and so is the largest of the first ten in either order: absolute values are another test's affair.
    """
    for _ in range(2000):
        x, y, given = np.full((1, SIZES[0]), 0.05), np.array([1]), draw(rng, SIZES, 0.3)
        x[0, feature] = 1.5
        given[1][0][:] *= np.linspace(0.3, 2, SIZES[1])[:, None]
        given[1][0][unit] *= 6
        exact = gradients(given, x, y, name)[0][0]
        places = [(0, 0, place) for place in np.ndindex(SIZES[:2])]
        error = central_differences(given, x, y, name, places, 0.5).reshape(SIZES[:2]) - exact
        parts = (error, error.ravel()[:10], error.T.ravel()[:10])
        if error[feature, unit] == error.max() and all(part.max() > -1.1 * part.min() for part in parts):
            break
    return x, y, given


@pytest.mark.task("finite_differences", weight=1)
def test_exactly_the_first_ten_weights_count(student, rng):
    """The tenth weight is among those that are compared, the eleventh is not."""
    name, order = smooth(student), student.WEIGHTS_ARE()
    shape = SIZES[:2] if order == "in_out" else SIZES[1::-1]
    fits = {"along the rows", "along the columns"}
    for index in (9, 10):
        place = np.unravel_index(index, shape)
        feature, unit = place if order == "in_out" else place[::-1]
        x, y, given = one_weight_outweighs(rng, name, feature, unit)
        found = student.probe("largest_differences", list(SIZES), name, given, x, y, [2])
        parameters = standard(found["before"], SIZES)
        exact = gradients(parameters, x, y, name)[0][0]
        places = [(0, 0, place) for place in np.ndindex(SIZES[:2])]
        error = central_differences(parameters, x, y, name, places, 0.5).reshape(SIZES[:2]) - exact
        mine, other = np.abs(error), np.abs(error).T
        if order == "out_in":
            mine, other = other, mine
        answer = checks.array(found["differences"], (1,), "the result of max_differences", lists_ok=True)[0]
        right = {"along the rows": mine.ravel()[:10].max(), "along the columns": other.ravel()[:10].max()}
        fits = {way for way in fits if abs(answer - right[way]) <= 0.02 * right[way] + 1e-9}
        if not fits:
            checks.fail("max_differences does not look at exactly the first ten weights.", "not the first ten")


def curved(rng, name):
    """A sample and parameters with a loss so curved that the difference for N = 100 stands far above rounding.

    The largest is positive, since absolute values are another test's affair.
    """
    while True:
        x, y, parameters = settled(rng, SIZES, name, 1)
        at_100 = [order[0] for order in errors(parameters, x, y, name, [100])]
        positive = all(errors_of_one.max() > -1.1 * errors_of_one.min() for errors_of_one in at_100)
        if (
            positive and min(one.max() for one in at_100) > 1e-6 and mean_loss(parameters, x, y, name) < 3
        ):  # log(p + 1e-12) tells for a tiny p
            return x, y, parameters


FAR_LARGER = (10**11, 10**12, 10**13)
"""Several, since rounding may leave ten negative differences for one: absolute values are another test's affair."""


@pytest.mark.task("finite_differences", weight=1)
def test_rounding_takes_over_for_large_n(student, rng):
    """From N = 10⁴ on, rounding is left: tiny for N = 10⁵ and larger again for a far larger N."""
    name = smooth(student)
    x, y, parameters = curved(rng, name)
    found = student.probe("largest_differences", list(SIZES), name, parameters, x, y, [100, 10**5, *FAR_LARGER])
    given = checks.array(found["differences"], (2 + len(FAR_LARGER),), "the result of max_differences", lists_ok=True)
    if not given[1] < 1e-3 * given[0] or given[1] > 1e-7:
        checks.fail("for N = 10⁵ the difference is far larger than rounding in double precision leaves.", "precision")
    if not given[2:].max() > given[1]:
        checks.fail("for a far larger N the difference does not rise again; is ε = 1/N used?", "no round-off")
