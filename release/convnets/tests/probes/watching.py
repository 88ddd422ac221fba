"""Observes Keras while the student's code runs: calls of layers with their values, and steps of optimisers.

Keras is imported inside the functions, so that the names of the probes can be read without it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any
from unittest import mock

import numpy as np

from autograder.probing.keras_runtime import predicting_at_once


@contextlib.contextmanager
def layer_calls() -> Iterator[list[dict]]:
    """Yields a list with one entry for each layer that was called with values, in the order of the first calls to end.

    ``{"layer", "inputs", "outputs", "leaf"}``: all calls stacked, one row for each sample. A leaf holds no layers.
    """
    import keras

    found: dict[int, dict] = {}
    original = keras.layers.Layer.__call__

    def watched(self: Any, *args: Any, **options: Any) -> Any:
        outputs = original(self, *args, **options)
        given, made = _rows(args[0] if args else next(iter(options.values()), None)), _rows(outputs)
        if given is not None and made is not None and len(given) == len(made):
            entry = found.setdefault(id(self), {"layer": self, "inputs": [], "outputs": []})
            entry["inputs"].append(given)
            entry["outputs"].append(made)
        return outputs

    calls: list[dict] = []
    keras.layers.Layer.__call__ = watched
    try:
        with predicting_at_once():
            yield calls
    finally:
        keras.layers.Layer.__call__ = original
        for entry in found.values():
            leaf = not list(entry["layer"]._flatten_layers(include_self=False))
            inputs, outputs = (_stacked(entry[key]) for key in ("inputs", "outputs"))
            calls.append({"layer": entry["layer"], "inputs": inputs, "outputs": outputs, "leaf": leaf})


@contextlib.contextmanager
def not_training() -> Iterator[None]:
    """Within this context, layers called in training mode behave as in a prediction."""
    import keras

    original = keras.layers.Layer.__call__

    def predicting(self: Any, *args: Any, **options: Any) -> Any:
        return original(self, *args, **options | ({"training": False} if options.get("training") else {}))

    keras.layers.Layer.__call__ = predicting
    try:
        yield
    finally:
        keras.layers.Layer.__call__ = original


@contextlib.contextmanager
def variables_with_gradients() -> Iterator[set[int]]:
    """Yields the ids of the variables that optimisers get gradients for, even if these are 0 (inactive units)."""
    import keras

    held: set[int] = set()
    original = keras.optimizers.Optimizer.apply

    def apply(self: Any, grads: Any, trainable_variables: Any = None) -> Any:
        variables = self._trainable_variables if trainable_variables is None else list(trainable_variables)
        held.update(id(v) for v, grad in zip(variables, grads, strict=False) if grad is not None)
        return original(self, grads, trainable_variables if trainable_variables is None else variables)

    with mock.patch.object(keras.optimizers.Optimizer, "apply", apply):
        yield held


@contextlib.contextmanager
def optimiser_steps() -> Iterator[list[dict]]:
    """Yields a list with one entry for each optimiser that took steps, in the order of the first steps.

    ``{"optimizer", "model", "learning_rate", "steps", "rates", "variable"}``: the model that was called last, the
    learning rate of the first step, the rates of the dropout layers called, and the first variable that it changes.
    """
    import keras

    runs: dict[int, dict] = {}
    original_call, original_apply = keras.layers.Layer.__call__, keras.optimizers.Optimizer.apply
    state: dict[str, Any] = {"depth": 0, "model": None, "rates": set()}

    def call(self: Any, *args: Any, **options: Any) -> Any:
        if state["depth"] == 0 and isinstance(self, keras.Model):
            state["model"], state["rates"] = self, set()
        if "Dropout" in " ".join(kind.__name__ for kind in type(self).__mro__) and hasattr(self, "rate"):
            state["rates"].add(float(self.rate))
        state["depth"] += 1
        try:
            return original_call(self, *args, **options)
        finally:
            state["depth"] -= 1

    def apply(self: Any, grads: Any, trainable_variables: Any = None) -> Any:
        variables = None if trainable_variables is None else list(trainable_variables)
        first = variables[0] if variables else None
        run = runs.setdefault(id(self), {"optimizer": self, "steps": 0, "rates": set(), "variable": first})
        if not run["steps"]:
            run["learning_rate"] = float(np.array(self.learning_rate))
        run["steps"] += 1
        run["model"] = state["model"]
        run["rates"] |= state["rates"]
        return original_apply(self, grads, variables)

    found: list[dict] = []
    keras.layers.Layer.__call__, keras.optimizers.Optimizer.apply = call, apply
    try:
        with predicting_at_once():
            yield found
    finally:
        keras.layers.Layer.__call__, keras.optimizers.Optimizer.apply = original_call, original_apply
        found += runs.values()


def _rows(value: Any) -> np.ndarray | None:
    """Values (n, …) as rows (n, m). None for anything without values, such as symbols while a graph is built."""
    if isinstance(value, (list, tuple)) and len(value) == 1:
        value = value[0]
    if not isinstance(value, np.ndarray) and not hasattr(value, "numpy"):
        return None
    array = np.array(value)
    return array.reshape(len(array), -1) if array.ndim and len(array) and array.dtype.kind in "fiu" else None


def _stacked(parts: list[np.ndarray]) -> np.ndarray:
    """All calls of a layer stacked. If it was called with several widths, only those of the first width."""
    return np.concatenate([part for part in parts if part.shape[1] == parts[0].shape[1]])
