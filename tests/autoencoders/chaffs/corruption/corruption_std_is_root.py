"""N(0, 0.2) is read as a variance of 0.2."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "std-is-root"

CORRUPTION = {"kind": "gaussian", "std": 0.2}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points + rng.normal(0, 0.2**0.5, points.shape)
