"""Q1: the risk of a linear student against a linear teacher."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike


def risk(w: ArrayLike, w_teacher: ArrayLike) -> float:
    """E[(wᵀx − w_tᵀx)²] for x ~ N(0, I): the squared distance ‖w − w_t‖².

    With v = w − w_t the integrand is vᵀ x xᵀ v, and E[x xᵀ] = I.

    >>> risk([1.0, 2.0], [1.0, 0.0])
    4.0
    """
    difference = np.asarray(w, np.float64) - np.asarray(w_teacher, np.float64)
    return float(difference @ difference)


def monte_carlo_std(w: ArrayLike, w_teacher: ArrayLike, n_samples: int) -> float:
    """Standard deviation of the mean of ``n_samples`` independent squared differences.

    vᵀx ~ N(0, r) with r = risk, so (vᵀx)² = r·χ²₁ has variance 2r², and the mean has sd r·sqrt(2/n).
    """
    return risk(w, w_teacher) * float(np.sqrt(2.0 / n_samples))
