"""The noise has a mean."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "wrong-mean"

CORRUPTION = {"kind": "gaussian", "std": 0.2}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points + rng.normal(0.1, 0.2, points.shape)
