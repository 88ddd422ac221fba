"""What the tests of ``learn_linear`` and ``learn_cnn`` share: data that make a random step certain, and the results."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder import checks
from solutions.convnets.toy import NAMES
from tests.convnets.hidden.toy_values import vector

Data = dict[str, np.ndarray]
SIZES = {"w1": 3, "w2": 3, "u": 4}


def split(train: np.ndarray, test: np.ndarray) -> Data:
    return {"train": train, "test": test}


def same_rows(rng: np.random.Generator, count: int) -> tuple[Data, Data]:
    """A training set of one sample over and over: whatever is drawn, every batch is the same. Test samples differ."""
    x, y = rng.normal(0, 1.5, 4), float(rng.uniform(1, 3))
    X = split(np.tile(x, (count, 1)), rng.normal(0, 1.5, (7, 4)))
    return X, split(np.full(count, y), rng.normal(0, 2, 7))


def run(student: Any, name: str, X: Data, Y: Data, settings: tuple, counts: list[int], seed: int) -> list[dict]:
    """For each number of iterations the parameters and both losses. ``settings``: batch_size, λ, learning rate."""
    found = student.probe("trainings", name, X, Y, list(settings), counts, seed)["found"]
    return [result(name, one, count) for one, count in zip(found, counts, strict=True)]


def result(name: str, found: Any, iterations: int) -> dict:
    """{"theta": {name: array}, "training": (iterations,), "test": (iterations,)}, if the result is of that form."""
    first = "w" if name == "learn_linear" else "models"
    if not isinstance(found, (list, tuple)) or len(found) != 3:
        checks.fail(f"{name} does not return three values; end it with: return {first}, training_loss, test_loss.")
    losses = [
        _losses(values, iterations, what)
        for values, what in zip(found[1:], ("training_loss", "test_loss"), strict=True)
    ]
    theta = {"w": vector(found[0], 4, "w")} if name == "learn_linear" else as_model(found[0])
    return {"theta": theta, "training": losses[0], "test": losses[1]}


def as_model(found: Any) -> dict[str, np.ndarray]:
    """w1 (3,), w2 (3,) and u (4,) of a model."""
    checks.keys(found, NAMES, "the model that learn_cnn returns")
    return {name: vector(found[name], size, name) for name, size in SIZES.items()}


def _losses(values: Any, iterations: int, what: str) -> np.ndarray:
    if not isinstance(values, (list, tuple, np.ndarray)):
        checks.fail(f"{what} is no list; it holds one number for each iteration.", "losses are no list")
    try:
        flat = np.asarray([np.ravel(one)[0] if np.size(one) == 1 else np.nan for one in values], dtype=float)
    except (TypeError, ValueError):
        checks.fail(f"{what} holds something else than numbers.", "losses are no numbers")
    if flat.size != iterations:
        checks.fail(
            f"{what} has {flat.size} entries after {iterations} iterations; one for each is asked for.",
            "wrong number of losses",
        )
    return checks.array(flat, (iterations,), what)


def step(before: dict, after: dict, learning_rate: float) -> list[np.ndarray]:
    """(θ before − θ after) / learning rate: the gradient that a step of gradient descent used."""
    return [(before[name] - after[name]) / learning_rate for name in before]


def regularised(gradients: list, theta: dict, lamb: float) -> list[np.ndarray]:
    return [gradient + lamb * theta[name] for gradient, name in zip(gradients, theta, strict=True)]


def wrong_steps(right: list, theta: dict, lamb: float, batch_size: int, learning_rate: float) -> dict[str, list]:
    """Mistakes of a step that any model can have. ``right`` are the gradients without the regulariser."""
    whole = regularised(right, theta, lamb)
    norm = np.sqrt(sum(float(value @ value) for value in theta.values()))
    regulariser = {
        "the regulariser is missing in the step": 0 * norm,
        "the regulariser's gradient is 2λθ; of λ/2 ‖θ‖² it is λθ": 2,
        "the regulariser's gradient is λ/2 θ; of λ/2 ‖θ‖² it is λθ": 0.5,
        "the regulariser's gradient is divided by the batch size": 1 / batch_size,
        "the regulariser's gradient is multiplied by the batch size": batch_size,
        "the regulariser's gradient has the wrong sign": -1,
    }
    found = {told: regularised(right, theta, lamb * factor) for told, factor in regulariser.items()}
    told = "a single number, the norm, is added where λ times each parameter is asked for"
    for factor in (lamb, lamb / 2, 2 * lamb):
        found[told] = [gradient + factor * norm for gradient in right]
        told += " "
        found[told] = [gradient + factor * norm**2 for gradient in right]
        told += " "
        found[told] = [g + factor * np.linalg.norm(theta[name]) for g, name in zip(right, theta, strict=True)]
        told += " "
        found[told] = [g + factor * float(theta[name] @ theta[name]) for g, name in zip(right, theta, strict=True)]
        told += " "
    return found | {
        "the step goes uphill: the gradient is added": [-one for one in whole],
        "the learning rate is left out": [one / learning_rate for one in whole],
        "the squared error is summed over the batch instead of averaged": regularised(
            [batch_size * one for one in right], theta, lamb
        ),
        "the gradient is divided by the batch size once more": [one / batch_size for one in whole],
        "the factor 2 of the squared error is missing": regularised([one / 2 for one in right], theta, lamb),
        "the gradient is twice as large as it should be": [2 * one for one in whole],
    }


def check_losses(found: dict, earlier: dict, errors: dict[str, Any], penalty: Any) -> None:
    """The last entries of both lists are the losses of the parameters before or after the last step.

    ``errors[split](theta)`` are the differences p − y of the whole split; ``penalty(theta)`` is λ/2 ‖θ‖².
    """
    for name, what in (("training", "training_loss"), ("test", "test_loss")):
        value, thetas = float(found[name][-1]), (earlier["theta"], found["theta"])
        right, wrong = [], {}
        other = "test" if name == "training" else "training"
        for theta in thetas:
            difference, share = errors[name](theta), penalty(theta)
            mean = float(np.mean(difference**2))
            right += [mean, mean + share]
            for part in (0, share):
                blanks = " " * len(wrong)
                wrong |= {
                    f"the squares are summed instead of averaged{blanks}": mean * len(difference) + part,
                    f"a root is taken, or the differences are not squared{blanks}": np.sqrt(mean) + part,
                    f"it is half as large as it should be{blanks}": mean / 2 + part,
                    f"the differences are not squared{blanks}": abs(float(np.mean(difference))) + part,
                    f"the differences are not squared{blanks} ": np.abs(difference).mean() + part,
                    f"it is measured on the other split{blanks}": float(np.mean(errors[other](theta) ** 2)) + part,
                }
            wrong[f"the regulariser's share has the wrong factor{' ' * len(wrong)}"] = mean + 2 * share
        if not any(abs(value - one) <= 1e-4 * max(abs(value), abs(one)) + 1e-9 for one in right):
            checks.close(value, right[0], f"the last entry of {what}", candidates=wrong, rtol=1e-4, atol=1e-9)
