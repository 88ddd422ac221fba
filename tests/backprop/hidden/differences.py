"""P1.7: which weights finite differences are about, and the numbers that each mistake leads to.

Parameters are [(W, b), …] with W (in, out); an entry of them is (layer, 0 for W or 1 for b, index).
"""

from __future__ import annotations

import numpy as np

from autograder.checks.catalogue import arrays
from solutions.backprop.mlp import central_differences, gradients, mean_loss
from tests.backprop.hidden import catalogue_training as catalogue
from tests.backprop.hidden.losses import variants_of_differences

SIZES = (6, 5, 7, 4)
N_VALUES = [1, 5, 10, 50, 100, 500, 1000]


def places_in(layer, shape, kind=0, p=10):
    """Two ways to count the first p entries: along the rows of W (in, out), and along the rows of its transpose."""
    if kind:
        return [[(layer, 1, (i,)) for i in range(min(p, shape[1]))]]
    count = min(p, shape[0] * shape[1])
    rows = [np.unravel_index(i, shape) for i in range(count)]
    columns = [np.unravel_index(i, shape[::-1])[::-1] for i in range(count)]
    return [[(layer, 0, index) for index in indices] for indices in (rows, columns)]


def first_entries(sizes, p=10):
    return places_in(0, sizes[:2], p=p)


def mistakes(parameters, x, y, name, epsilon):
    """Each mistake with the differences that it leads to."""
    return [*other_parameters(parameters, x, y, name, epsilon), *other_formulas(parameters, x, y, name, epsilon)]


def other_parameters(parameters, x, y, name, epsilon):
    """Differences in other parameters than the weights of the first layer, where there are ten of them."""
    wrong = []
    for layer, (W, _b) in enumerate(parameters):
        for kind, word in ((0, "weights"), (1, "biases")):
            if layer == 0 and kind == 0:
                continue
            mistake = (
                catalogue.OTHER_LAYER(kind=word, layer=str(layer + 1)) if layer else catalogue.BIASES_OF_FIRST_LAYER
            )
            for places in places_in(layer, W.shape, kind):
                if len(places) == 10:
                    wrong.append((mistake, central_differences(parameters, x, y, name, places, epsilon)))
    return wrong


def other_formulas(parameters, x, y, name, epsilon):
    """Wrong formulas for the first ten weights, counted either way."""
    wrong = []
    base = mean_loss(parameters, x, y, name)
    exact = gradients(parameters, x, y, name)[0][0]
    for places in first_entries((len(parameters[0][0]), len(parameters[0][1]))):
        right = central_differences(parameters, x, y, name, places, epsilon)
        ahead = []
        for _, _, index in places:
            changed = [(W.copy(), b.copy()) for W, b in parameters]
            changed[0][0][index] += epsilon
            ahead.append((mean_loss(changed, x, y, name) - base) / epsilon)
        wrong += [
            (catalogue.ONE_SIDED, np.array(ahead)),
            (catalogue.MULTIPLIED_BY_EPSILON, right * epsilon**2),
            (catalogue.NOT_DIVIDED, right * 2 * epsilon),
            (catalogue.DIVIDED_BY_EPSILON, right * 2),
            (arrays.WRONG_SIGN, -right),
            (catalogue.BACK_PROPAGATION, np.array([exact[index] for _, _, index in places])),
            (catalogue.NOT_PUT_BACK, unrestored(parameters, x, y, name, places, epsilon)),
        ]
    return wrong


def unrestored(parameters, x, y, name, places, epsilon):
    """Central differences where every weight stays at θ − ε."""
    current = [(W.copy(), b.copy()) for W, b in parameters]
    differences = []
    for _, _, index in places:
        losses = []
        for step in (epsilon, -2 * epsilon):
            current[0][0][index] += step
            losses.append(mean_loss(current, x, y, name))
        differences.append((losses[0] - losses[1]) / (2 * epsilon))
    return np.array(differences)


def errors(parameters, x, y, name, n_values=N_VALUES):
    """Central difference minus gradient, (values of N, 10), for either way to count the first ten weights."""
    return [variants[0] for variants in errors_of_variants(parameters, x, y, name, n_values)]


def errors_of_variants(parameters, x, y, name, n_values=N_VALUES):
    """The same for every loss of ``losses_of``, (variants, values of N, 10); the gradient is that of log(p)."""
    exact = gradients(parameters, x, y, name)[0][0]
    of_orders = []
    for places in first_entries(SIZES):
        true = np.array([exact[index] for _, _, index in places])
        differences = [variants_of_differences(parameters, x, y, name, places, 1 / n) for n in n_values]
        of_orders.append(np.array(differences).swapaxes(0, 1) - true)
    return of_orders


def other_summaries(differences):
    """Each mistake with the numbers that it makes of signed differences (values of N, 10)."""
    absolute = np.abs(differences)
    return [
        (catalogue.SIGNED_LARGEST, differences.max(axis=1)),
        (catalogue.SIGNED_SMALLEST, differences.min(axis=1)),
        (catalogue.MEAN_OF_DIFFERENCES, absolute.mean(axis=1)),
        (catalogue.ABSOLUTE_OF_LARGEST, np.abs(differences.max(axis=1))),
        (catalogue.SUM_OF_DIFFERENCES, absolute.sum(axis=1)),
        (catalogue.SMALLEST_DIFFERENCE, absolute.min(axis=1)),
        (catalogue.NORM_OF_DIFFERENCES, np.sqrt((differences**2).sum(axis=1))),
    ]
