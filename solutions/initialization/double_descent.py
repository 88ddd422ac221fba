"""Q3: where the three plots of the notebook cross from the classical to the modern regime.

Plots a and c are least squares of minimum norm on ReLU features; the test error peaks where the fit first becomes
exact, at as many features as samples. Plot b is gradient flow on a model with two groups of features.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

SAMPLES_OF_PLOT_A = 60
"""Training samples while the width varies."""
WIDTH_OF_PLOT_C = 120
"""Features while the number of samples varies."""
GROUPS_OF_PLOT_B = ((0.5, 0.3, 0.043), (0.35, 0.05, 0.0005))
"""Bias, variance and learning rate (per epoch) of the fast and of the slow features."""

DOUBLE_DESCENT: Mapping[str, Mapping[str, Any]] = {
    "a": {"critical": float(SAMPLES_OF_PLOT_A), "kind": "model"},
    "b": {"critical": 101.75, "kind": "epoch"},
    "c": {"critical": float(WIDTH_OF_PLOT_C), "kind": "sample"},
}
"""Answers by plot; ``critical`` is a number on the plot's horizontal axis, for b the rounded ``epoch_peak()``."""


def gradient_flow_error(epochs: Any) -> Any:
    """Test error Σ bias·e^(−2rt) + variance·(1 − e^(−rt))² of plot b after t epochs."""
    t = np.asarray(epochs, np.float64)
    terms = [b * np.exp(-2 * r * t) + v * (1 - np.exp(-r * t)) ** 2 for b, v, r in GROUPS_OF_PLOT_B]
    return sum(terms[1:], start=terms[0])


def epoch_peak() -> float:
    """Epoch of the local maximum of plot b, between its two descents: a root of the closed derivative."""
    from scipy.optimize import brentq

    def slope(t: float) -> float:
        decays = [(b, v, r, np.exp(-r * t)) for b, v, r in GROUPS_OF_PLOT_B]
        return float(sum(2 * r * decay * (v * (1 - decay) - b * decay) for b, v, r, decay in decays))

    return float(brentq(slope, 50.0, 1000.0))
