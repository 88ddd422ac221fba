"""Probes of Problem 1, the three-layer network on the spiral."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.probing.chance import same_chance

from .shortening import FULL, shortened


def arguments_after(student: Any, name: str, arguments: Sequence[Any]) -> list[Any]:
    """The arguments as they are after a call of the function."""
    getattr(student, name)(*arguments)
    return list(arguments)


def trained_network(student: Any, steps: int, seed: int, X: np.ndarray, y: np.ndarray, **units: int) -> dict:
    """The result of ``train_3_layer_network(**units)`` after ``steps`` steps on X, y; and X, y after the call."""
    with shortened(student.train_3_layer_network, lambda _: steps, _data(X, y)):
        same_chance(student, seed)
        parameters = student.train_3_layer_network(**units)
    return {"parameters": parameters, "X": X, "y": y}


def two_starts(student: Any, seed: int, X: np.ndarray, y: np.ndarray) -> list[Any]:
    """Two networks that are trained one after the other, each for a single step and with other random numbers."""
    networks = []
    with shortened(student.train_3_layer_network, lambda _: 1, _data(X, y)):
        for number in range(2):  # trainings of full length would not start in the same second
            same_chance(student, seed + number)
            networks.append(student.train_3_layer_network(H1=5, H2=4))
    return networks


def setting_predictions(
    student: Any, number: int, fraction: float, seed: int, X: np.ndarray, y: np.ndarray, points: Sequence[np.ndarray]
) -> list[Any]:
    """Trains setting ``number`` for ``fraction`` of its steps on X, y; returns its classes for each of ``points``."""

    def cut(length: int) -> int:
        return max(1, round(fraction * length))

    setting = {name: cut(value) if value == FULL else value for name, value in student.SETTINGS[number].items()}
    with shortened(student.train_setting, cut, _data(X, y)):
        same_chance(student, seed)
        predict = student.train_setting(**setting)
        return [predict(some.copy()) for some in points]


def accuracy_of_labels(student: Any, X: np.ndarray, y: np.ndarray, labels: np.ndarray) -> Any:
    """``training_accuracy`` on X, y of a function that returns ``labels`` for the rows of X, whatever their order."""
    known = {tuple(point): label for point, label in zip(X.tolist(), labels.tolist(), strict=True)}

    def predict(points: np.ndarray) -> np.ndarray:
        return np.array([known.get(tuple(point), -1) for point in np.atleast_2d(points).tolist()])

    with shortened(student.training_accuracy, lambda length: length, _data(X, y)):
        return student.training_accuracy(predict)


def _data(X: np.ndarray, y: np.ndarray) -> dict[str, Any]:
    """The notebook's global names that describe the data, with their values for X and y."""
    return {"X": X, "y": y, "N": len(X) // 3}
