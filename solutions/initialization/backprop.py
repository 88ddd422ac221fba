"""Q2: one step of gradient descent on the 3-2-2 sigmoid network, by float64 autograd."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

SHEET: Mapping[str, Any] = {
    "x": (1.0, 4.0, 5.0),
    "t": (0.1, 0.05),
    "w": (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.1),
    "b": (0.5, 0.5),
    "learning_rate": 0.01,
}
"""The sheet's own numbers, as the arguments of ``backprop_step``."""


def unpack(w: Any) -> tuple[Any, Any]:
    """The ten weights w1 … w10 as matrices (2, 3) and (2, 2), rows = receiving units.

    The sheet numbers by sending unit: w1, w3, w5 enter h1 and w2, w4, w6 enter h2 (from x1, x2, x3);
    w7, w9 enter o1 and w8, w10 enter o2 (from h1, h2). Works on numpy arrays and on torch tensors.
    """
    return w[:6].reshape(3, 2).T, w[6:].reshape(2, 2).T


def backprop_step(x: ArrayLike, t: ArrayLike, w: ArrayLike, b: ArrayLike, learning_rate: float) -> dict[str, Any]:
    """Forward pass, gradients and updated parameters; shapes x (3,), t (2,), w (10,), b (2,) = (hidden, output).

    Each layer has one bias, shared by its two units. The loss is mse = ½ Σ (o − t)². Returns numpy float64 under
    ``h`` (2,), ``o`` (2,), ``mse`` (float), ``dw`` (10,), ``db`` (2,), ``new_w`` (10,), ``new_b`` (2,).
    """
    import torch

    inputs, target = (torch.tensor(np.asarray(value, np.float64)) for value in (x, t))
    weights, biases = (torch.tensor(np.asarray(value, np.float64), requires_grad=True) for value in (w, b))
    hidden_matrix, output_matrix = unpack(weights)
    hidden = torch.sigmoid(hidden_matrix @ inputs + biases[0])
    output = torch.sigmoid(output_matrix @ hidden + biases[1])
    loss = 0.5 * ((output - target) ** 2).sum()
    dw, db = torch.autograd.grad(loss, (weights, biases))
    return {
        "h": hidden.detach().numpy(),
        "o": output.detach().numpy(),
        "mse": float(loss.detach()),
        "dw": dw.numpy(),
        "db": db.numpy(),
        "new_w": (weights - learning_rate * dw).detach().numpy(),
        "new_b": (biases - learning_rate * db).detach().numpy(),
    }
