"""Cross-entropies that keep the logarithm away from 0: log(p + ε) and log(max(p, ε)) are right as well as log(p)."""

from __future__ import annotations

import numpy as np

from solutions.backprop.mlp import Parameters, mean_loss, probabilities

EPSILONS = (1e-16, 1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5)


def losses_of(p: np.ndarray) -> np.ndarray:
    """−log p of the probabilities p (…), with no ε first, then with each ε added or as the least p: (variants, …)."""
    with np.errstate(divide="ignore"):
        exact = -np.log(p)
    added = [-np.log(p + epsilon) for epsilon in EPSILONS]
    clipped = [-np.log(np.clip(p, epsilon, 1 - epsilon)) for epsilon in EPSILONS]
    return np.array([exact, *added, *clipped])


def nearest_loss(found: float, parameters: Parameters, x: np.ndarray, y: np.ndarray, name: str) -> float:
    """The mean cross-entropy, with the ε that comes nearest to ``found``."""
    of_label = probabilities(parameters, x, name)[np.arange(len(y)), y]
    variants = [mean_loss(parameters, x, y, name), *losses_of(of_label).mean(axis=1)[1:]]
    return float(min(variants, key=lambda loss: abs(loss - found)))


def variants_of_differences(
    parameters: Parameters, x: np.ndarray, y: np.ndarray, name: str, places: list, epsilon: float
) -> np.ndarray:
    """Central differences of the loss of one sample in single entries, (variants, places); those of log(p) come first.

    Each of ``places`` is (layer, 0 for W or 1 for b, index).
    """
    of_label = np.empty((2, len(places)))
    for row, step in enumerate((epsilon, -epsilon)):
        for column, (layer, kind, index) in enumerate(places):
            moved = [(W.copy(), b.copy()) for W, b in parameters]
            moved[layer][kind][index] += step
            of_label[row, column] = probabilities(moved, x, name)[0, y[0]]
    ahead, behind = losses_of(of_label).swapaxes(0, 1)
    differences: np.ndarray = (ahead - behind) / (2 * epsilon)
    return differences
