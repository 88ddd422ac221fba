"""P1: training, comparison, handed-in weights and finite differences, on networks that the adapter makes."""

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
    """The parameters before and after each ``sgd_step`` on the batches [x, y], one after another."""
    net = new(student, sizes, activation)
    fill(student, net, parameters)
    found = [plain(student.get_parameters(net))]
    for x, y in batches:
        student.sgd_step(net, x, y, learning_rate)
        found.append(plain(student.get_parameters(net)))
    return found


def trained(
    student: Any,
    sizes: list[int],
    activation: str,
    parameters: Pairs,
    x: np.ndarray,
    y: np.ndarray,
    options: dict[str, Any],
) -> dict:
    """Losses that ``train`` returns, and the parameters before and after."""
    net = new(student, sizes, activation)
    fill(student, net, parameters)
    before = plain(student.get_parameters(net))
    losses = student.train(net, x, y, **options)
    return {"losses": losses, "before": before, "after": plain(student.get_parameters(net)), "x": x, "y": y}


def compared(
    student: Any, sizes: list[int], activation: str, x: np.ndarray, y: np.ndarray, options: dict[str, Any]
) -> dict:
    """For each scheme the losses and the parameters of the network that came of it."""
    results = student.compare_initialisations(tuple(sizes), activation, x, y, **options)
    found = {}
    for scheme, result in dict(results).items():
        parameters = plain(student.get_parameters(result["network"]))
        found[str(scheme)] = {"losses": plain(result["losses"]), "parameters": parameters}
    return found


def table(student: Any, path: str) -> str:
    """The text of a handed-in file."""
    return Path(path).read_text(encoding="utf-8-sig", errors="replace")


def predictions(student: Any, path: str, x: np.ndarray) -> np.ndarray:
    """Predicted classes (N,) of pixels ``x`` (N, 784) uint8, by the network of a handed-in file."""
    net = student.load_mlp(path)
    batches = np.array_split(x, max(1, len(x) // 1000))
    scores = [np.asarray(student.predict_proba(net, batch / 255)) for batch in batches]
    turned = scores[0].shape[0] != len(batches[0])
    return np.concatenate([(score.T if turned else score).argmax(axis=1) for score in scores])


def mlp_file(student: Any, path: str) -> dict:
    """Whether the file holds plain arrays, and the shapes of the loaded network's parameters."""
    with np.load(path, allow_pickle=False) as file:
        stored = sum(file[name].size for name in file.files)
    net = student.load_mlp(path)
    return {"stored": stored, "parameters": plain(student.get_parameters(net))}


def finite_differences(
    student: Any, sizes: list[int], activation: str, parameters: Pairs, x: np.ndarray, y: np.ndarray, epsilons: list
) -> dict:
    """``finite_difference_gradients`` for every ε, and the parameters before and afterwards."""
    net = new(student, sizes, activation)
    fill(student, net, parameters)
    before = plain(student.get_parameters(net))
    found = [student.finite_difference_gradients(net, x, y, epsilon) for epsilon in epsilons]
    return {"gradients": found, "before": before, "after": plain(student.get_parameters(net))}


def largest_differences(
    student: Any, sizes: list[int], activation: str, parameters: Pairs, x: np.ndarray, y: np.ndarray, n_values: list
) -> dict:
    """``max_differences`` for the given N, and the parameters before and afterwards."""
    net = new(student, sizes, activation)
    fill(student, net, parameters)
    before = plain(student.get_parameters(net))
    found = student.max_differences(net, x, y, n_values)
    return {"differences": plain(found), "before": before, "after": plain(student.get_parameters(net))}
