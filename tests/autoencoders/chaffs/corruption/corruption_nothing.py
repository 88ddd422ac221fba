"""Nothing happens."""

CAUGHT_BY = ("test_corrupts_as_declared", "test_seed_decides")
CODE = "nothing-corrupted"

CORRUPTION = {"kind": "gaussian", "std": 0.2}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points.copy()
