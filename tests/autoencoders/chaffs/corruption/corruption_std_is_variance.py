"""The declared variance is used as the standard deviation."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "variance-as-std"

CORRUPTION = {"kind": "gaussian", "std": 0.2}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points + rng.normal(0, 0.04, points.shape)
