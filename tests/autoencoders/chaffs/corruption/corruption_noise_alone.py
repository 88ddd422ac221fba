"""The noise is returned without the data."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "wrong-mean"

CORRUPTION = {"kind": "gaussian", "std": 0.2}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(0, 0.2, points.shape)
