"""Only the second coordinate gets noise."""

CAUGHT_BY = ("test_corrupts_as_declared", "test_every_number_by_itself")
CODE = "same-for-all-points"

CORRUPTION = {"kind": "gaussian", "std": 0.2}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    found = points.copy()
    found[:, 1] += rng.normal(0, 0.2, len(points))
    return found
