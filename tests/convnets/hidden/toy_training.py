"""What the tests of ``learn_linear`` and ``learn_cnn`` share: data that make a random step certain, and the results."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder import checks
from autograder.checks import Mistake, Statement
from autograder.checks.catalogue import arrays
from solutions.convnets.toy import NAMES
from tests.convnets.hidden import catalogue
from tests.convnets.hidden import catalogue_toy_training as training
from tests.convnets.hidden.toy_values import vector

Data = dict[str, np.ndarray]
Mistakes = list[tuple[Mistake | Statement, list[np.ndarray]]]
"""Mistakes with the gradient of every parameter that each leads to."""
SIZES = {"w1": 3, "w2": 3, "u": 4}


def split(train: np.ndarray, test: np.ndarray) -> Data:
    return {"train": train, "test": test}


def same_rows(rng: np.random.Generator, count: int) -> tuple[Data, Data]:
    """A training set that repeats one sample, so that all possible batches are the same. Test samples differ."""
    x, y = rng.normal(0, 1.5, 4), float(rng.uniform(1, 3))
    X = split(np.tile(x, (count, 1)), rng.normal(0, 1.5, (7, 4)))
    return X, split(np.full(count, y), rng.normal(0, 2, 7))


def run(student: Any, name: str, X: Data, Y: Data, settings: tuple, counts: list[int], seed: int) -> list[dict]:
    """For each number of iterations the parameters and both losses. ``settings``: batch_size, λ, learning rate."""
    reply = student.probe("trainings", name, X, Y, list(settings), counts, seed)
    results = [result(name, values, count) for values, count in zip(reply["found"], counts, strict=True)]
    if "again" in reply:
        _check_equal_runs(name, results[0], result(name, reply["again"], counts[0]))
    return results


def _check_equal_runs(name: str, first: dict, again: dict) -> None:
    """Fail if two runs differ in which all is the same, chance too: then runs of different lengths tell nothing."""
    for key, value in first["theta"].items():
        _compare_runs(name, key, value, again["theta"][key])
    for split_name in ("training", "test"):
        _compare_runs(name, f"{split_name}_loss", first[split_name], again[split_name])


def _compare_runs(name: str, quantity: str, value: np.ndarray, again: np.ndarray) -> None:
    if not np.allclose(value, again, rtol=1e-6, equal_nan=True):
        checks.fail(training.RUNS_DIFFER(function=name), quantity)


def result(name: str, returned: Any, iterations: int) -> dict:
    """{"theta": {name: array}, "training": (iterations,), "test": (iterations,)}, if the result has that form."""
    first = "w" if name == "learn_linear" else "models"
    if not isinstance(returned, (list, tuple)) or len(returned) != 3:
        names = f"{first}, training_loss, test_loss"
        checks.fail(catalogue.NOT_THREE_VALUES(function=name, names=names))
    losses = [
        _losses(values, iterations, what)
        for values, what in zip(returned[1:], ("training_loss", "test_loss"), strict=True)
    ]
    theta = {"w": vector(returned[0], 4, "w")} if name == "learn_linear" else as_model(returned[0])
    return {"theta": theta, "training": losses[0], "test": losses[1]}


def as_model(returned: Any) -> dict[str, np.ndarray]:
    """w1 (3,), w2 (3,) and u (4,) of a model."""
    checks.keys(returned, NAMES, "the model that learn_cnn returns")
    return {name: vector(returned[name], size, name) for name, size in SIZES.items()}


def _losses(values: Any, iterations: int, what: str) -> np.ndarray:
    if not isinstance(values, (list, tuple, np.ndarray)):
        checks.fail(training.LOSSES_NO_LIST, what)
    try:
        flat = np.asarray([np.ravel(value)[0] if np.size(value) == 1 else np.nan for value in values], dtype=float)
    except (TypeError, ValueError):
        checks.fail(training.LOSSES_NO_NUMBERS, what)
    if flat.size != iterations:
        checks.fail(training.WRONG_NUMBER_OF_LOSSES(found=flat.size, iterations=iterations), what)
    return checks.array(flat, (iterations,), what)


def step(before: dict, after: dict, learning_rate: float) -> list[np.ndarray]:
    """(θ before − θ after) / learning rate: the gradient that a step of gradient descent used."""
    return [(before[name] - after[name]) / learning_rate for name in before]


def regularised(gradients: list, theta: dict, lamb: float) -> list[np.ndarray]:
    return [gradient + lamb * theta[name] for gradient, name in zip(gradients, theta, strict=True)]


def wrong_steps(right: list, theta: dict, lamb: float, batch_size: int, learning_rate: float) -> Mistakes:
    """Mistakes of a step that any model can have. ``right`` are the gradients without the regulariser."""
    whole = regularised(right, theta, lamb)
    factors = [
        (training.REGULARISER_MISSING, 0),
        (training.REGULARISER_DOUBLED, 2),
        (training.REGULARISER_HALVED, 0.5),
        (training.REGULARISER_DIVIDED, 1 / batch_size),
        (training.REGULARISER_MULTIPLIED, batch_size),
        (training.REGULARISER_SIGN, -1),
    ]
    return [
        *((mistake, regularised(right, theta, lamb * factor)) for mistake, factor in factors),
        *_added_norms(right, theta, lamb),
        (training.UPHILL, [-gradient for gradient in whole]),
        (training.RATE_LEFT_OUT, [gradient / learning_rate for gradient in whole]),
        (training.SUMMED, regularised([batch_size * gradient for gradient in right], theta, lamb)),
        (training.DIVIDED_AGAIN, [gradient / batch_size for gradient in whole]),
        (catalogue.FACTOR_TWO, regularised([gradient / 2 for gradient in right], theta, lamb)),
        (arrays.TWICE_AS_LARGE, [2 * gradient for gradient in whole]),
    ]


def _added_norms(right: list, theta: dict, lamb: float) -> Mistakes:
    """A norm of the parameters in place of the parameters: of all or of each array, squared or not, any factor."""
    norm = np.sqrt(sum(float(value @ value) for value in theta.values()))
    own_norms = [np.linalg.norm(value) for value in theta.values()]
    steps = []
    for factor in (lamb, lamb / 2, 2 * lamb):
        for power in (1, 2):
            steps.append([gradient + factor * norm**power for gradient in right])
            steps.append([gradient + factor * own**power for gradient, own in zip(right, own_norms, strict=True)])
    return [(training.NORM_ADDED, gradients) for gradients in steps]


def check_losses(later: dict, earlier: dict, errors: dict[str, Any], penalty: Any) -> None:
    """The last entries of both lists are the losses of the parameters before or after the last step.

    ``errors[split](theta)`` are the differences p − y of the whole split; ``penalty(theta)`` is λ/2 ‖θ‖².
    """
    for name, what in (("training", "training_loss"), ("test", "test_loss")):
        value, thetas = float(later[name][-1]), (earlier["theta"], later["theta"])
        right: list[float] = []
        wrong: list[tuple[Mistake, float]] = []
        other = "test" if name == "training" else "training"
        for theta in thetas:
            difference, share = errors[name](theta), penalty(theta)
            mean = float(np.mean(difference**2))
            right += [mean, mean + share]
            for part in (0, share):
                wrong += [
                    (training.SQUARES_SUMMED, mean * len(difference) + part),
                    (training.ROOT_TAKEN, np.sqrt(mean) + part),
                    (arrays.HALF_AS_LARGE, mean / 2 + part),
                    (training.NOT_SQUARED, abs(float(np.mean(difference))) + part),
                    (training.NOT_SQUARED, np.abs(difference).mean() + part),
                    (training.OTHER_SPLIT, float(np.mean(errors[other](theta) ** 2)) + part),
                ]
            wrong.append((training.REGULARISER_FACTOR, mean + 2 * share))
        if not any(abs(value - loss) <= 1e-4 * max(abs(value), abs(loss)) + 1e-9 for loss in right):
            checks.close(value, right[0], f"the last entry of {what}", candidates=wrong, rtol=1e-4, atol=1e-9)
