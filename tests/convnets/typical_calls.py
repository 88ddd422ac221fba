"""Every function of the tasks whose tests train nothing, called as often and with sizes as the hidden tests do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

TRAINED = frozenset(
    {"toy_linear", "toy_convnet", "keras_linear", "keras_mlp", "keras_convnet", "hyperparameter", "autoencoder"}
)
"""Tasks whose tests train networks."""


def call_everything(notebooks: dict[str, Callable[[str], Any]]) -> None:
    """``notebooks[file](name)`` gives the submission's function of that name."""
    get = notebooks["toy_convnet.ipynb"]
    rng = np.random.default_rng(0)
    for _ in range(8):
        get("parameterized_relu")(0.5, rng.normal(size=(3, 2)), rng.normal(size=3))
        x = rng.normal(size=(5, 4))
        get("sigmoid_backward")(get("sigmoid")(x), rng.normal(size=(5, 4)))
        filters = [rng.normal(size=3) for _ in range(2)]
        for arguments in ([], [*filters, np.zeros(4)], [np.zeros(3), np.zeros(3), rng.normal(size=4)]):
            get("zero_init_gradients")(x[0], 2.0, *arguments)
        get("toy_targets")(x, rng.normal(size=(4, 4)))
