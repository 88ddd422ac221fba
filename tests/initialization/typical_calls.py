"""Calls every function of the definition tasks once, with inputs of the size that the hidden tests use.

The benchmark measures with it how long a bare process imports the frameworks and calls the functions, without grading.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def call_everything(notebooks: dict[str, Callable[[str], Any]]) -> None:
    """``notebooks[file](name)`` gives the submission's function of that name."""
    get = notebooks["initialization.ipynb"]
    rng = np.random.default_rng(0)
    w, teacher = rng.standard_normal((2, 8))
    get("monte_carlo_risk")(w, teacher, 20_000, 1)
    get("backprop_step")(rng.random(3), rng.random(2), rng.random(10), rng.random(2), 0.01)
    get("double_descent_answers")()
    get("init_std")(np.tanh, 512)
    first, second = rng.standard_normal((4, 6, 4, 6)), rng.standard_normal((4, 6))
    get("rescale_unit")(first, second, 1, 2, 2.0)
    get("permute_units")(first, second, rng.permutation(24))
    get("tie_reversal")(first, second)
    get("tie_pairs")(first, second)
    get("normalise")(rng.standard_normal((4, 6)))
    get("vgg11_table")()
    get("vgg11_summary")()
    x, layers = torch.randn(64), [torch.randn(64, 64) for _ in range(50)]
    get("exploding_layer")(x, layers)
    get("product_statistics")(32, 200, 1)
    get("scaled_statistics")(x, layers)
    get("tanh_statistics")(x, layers)
    get("xavier_init")(300, 200)
    get("kaiming_init")(300, 200)
