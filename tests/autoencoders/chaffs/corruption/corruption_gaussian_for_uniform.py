"""Gaussian noise is declared as uniform."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "normal-instead-of-uniform"

CORRUPTION = {"kind": "uniform", "width": 0.5}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points + rng.normal(0, 0.5, points.shape)
