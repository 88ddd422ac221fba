"""Numbers as numpy integers, an explanation beside them."""

import numpy as np


def double_descent_answers():
    kinds, points = ["model wise", "epoch wise", "sample wise"], np.array([62, 95, 118])
    return {
        plot: {"critical": point, "kind": kind, "why": "the test error peaks there"}
        for plot, point, kind in zip("abc", points, kinds)
    }
