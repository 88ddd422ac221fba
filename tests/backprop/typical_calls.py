"""Calls every function of the tasks without trained files as often, and with such sizes, as the hidden tests do.

The benchmark measures by it what a bare process needs to import the frameworks and call the functions, without grading.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def call_everything(notebooks: dict[str, Callable[[str], Any]]) -> None:
    """``notebooks[file](name)`` gives the submission's function of that name."""
    get = notebooks["backprop.ipynb"]
    rng = np.random.default_rng(0)
    get("choose_architecture")()
    get("count_parameters")([784, 512, 256, 10])
    x, y = rng.normal(size=(32, 8)), rng.integers(4, size=32)
    for activation in get("ACTIVATIONS"):
        for _ in range(8):
            net = get("make_network")((8, 7, 5, 4), activation)
            get("initialize_glorot")(net, 1)
            get("predict_proba")(net, x)
            get("loss_and_gradients")(net, x, y)
            get("sgd_step")(net, x, y, 0.1)
    for scheme in ("zero", "normal", "glorot"):
        get(f"initialize_{scheme}")(net, 1)
    options = {"learning_rate": 0.1, "batch_size": 10, "seed": 1}
    get("train")(net, x, y, epochs=10, **options)
    get("compare_initialisations")((8, 7, 5, 4), activation, x, y, epochs=10, **options)
    get("finite_difference_gradients")(net, x[:1], y[:1], 0.1)
    get("max_differences")(net, x[:1], y[:1], [1, 5, 10, 50, 100, 500, 1000])
