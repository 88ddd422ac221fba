"""Uniform noise is declared as Gaussian."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "uniform-instead-of-normal"

CORRUPTION = {"kind": "gaussian", "std": 0.2}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points + rng.uniform(-0.2, 0.2, points.shape)
