"""One error for all points."""

CAUGHT_BY = ("test_corrupts_as_declared", "test_every_number_by_itself")
CODE = "same-for-all-points"

CORRUPTION = {"kind": "gaussian", "std": 0.2}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points + rng.normal(0, 0.2, points.shape[1])
