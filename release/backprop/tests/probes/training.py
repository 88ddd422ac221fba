"""P1: training, comparison, handed-in weights and finite differences of networks that the adapter makes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from .mlp import Pairs, fill, new, plain


def stepped(
    student: Any,
    sizes: list[int],
    activation: str,
    parameters: Pairs,
    batches: list[list[np.ndarray]],
    learning_rate: float,
) -> list:
    """The parameters before and after each ``sgd_step``, one step on each of the batches [x, y] in turn."""
    net = new(student, sizes, activation)
    fill(student, net, parameters)
    states = [plain(student.get_parameters(net))]
    for x, y in batches:
        student.sgd_step(net, x, y, learning_rate)
        states.append(plain(student.get_parameters(net)))
    return states


def trained(
    student: Any,
    sizes: list[int],
    activation: str,
    parameters: Pairs,
    x: np.ndarray,
    y: np.ndarray,
    options: dict[str, Any],
) -> dict:
    """The losses that ``train`` returns, the parameters before and after, and ``x`` and ``y`` after the call."""
    net = new(student, sizes, activation)
    fill(student, net, parameters)
    before = plain(student.get_parameters(net))
    losses = student.train(net, x, y, **options)
    return {"losses": losses, "before": before, "after": plain(student.get_parameters(net)), "x": x, "y": y}


def compared(
    student: Any, sizes: list[int], activation: str, x: np.ndarray, y: np.ndarray, options: dict[str, Any]
) -> dict:
    """For each scheme, the losses and the parameters of the trained network."""
    results = student.compare_initialisations(tuple(sizes), activation, x, y, **options)
    curves = {}
    for scheme, result in dict(results).items():
        parameters = plain(student.get_parameters(result["network"]))
        curves[str(scheme)] = {"losses": plain(result["losses"]), "parameters": parameters}
    return curves


def table(student: Any, path: str) -> str:
    """The text of a handed-in file."""
    return Path(path).read_text(encoding="utf-8-sig", errors="replace")


def predictions(student: Any, path: str, x: np.ndarray) -> np.ndarray:
    """Predicted classes (N,) of pixels ``x`` (N, 784) uint8, by the network of a handed-in file."""
    net = student.load_mlp(path)
    batches = np.array_split(x, max(1, len(x) // 1000))
    scores = [np.asarray(student.predict_proba(net, batch / 255)) for batch in batches]
    in_columns = scores[0].shape[0] != len(batches[0])
    return np.concatenate([(score.T if in_columns else score).argmax(axis=1) for score in scores])


def mlp_file(student: Any, path: str) -> dict:
    """How many numbers the file holds as plain arrays, and the parameters of the loaded network."""
    with np.load(path, allow_pickle=False) as file:
        stored = sum(file[name].size for name in file.files)
    net = student.load_mlp(path)
    return {"stored": stored, "parameters": plain(student.get_parameters(net))}


def finite_differences(
    student: Any, sizes: list[int], activation: str, parameters: Pairs, x: np.ndarray, y: np.ndarray, epsilons: list
) -> dict:
    """``finite_difference_gradients`` for every ε, and the parameters before and after."""
    net = new(student, sizes, activation)
    fill(student, net, parameters)
    before = plain(student.get_parameters(net))
    gradients = [student.finite_difference_gradients(net, x, y, epsilon) for epsilon in epsilons]
    return {"gradients": gradients, "before": before, "after": plain(student.get_parameters(net))}


def largest_differences(
    student: Any, sizes: list[int], activation: str, parameters: Pairs, x: np.ndarray, y: np.ndarray, n_values: list
) -> dict:
    """``max_differences`` for the given values of N, and the parameters before and after."""
    net = new(student, sizes, activation)
    fill(student, net, parameters)
    before = plain(student.get_parameters(net))
    differences = student.max_differences(net, x, y, n_values)
    return {"differences": plain(differences), "before": before, "after": plain(student.get_parameters(net))}
