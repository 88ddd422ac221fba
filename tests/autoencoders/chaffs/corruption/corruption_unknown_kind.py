"""A kind that is not on the list."""

CAUGHT_BY = ("test_declaration", "test_corrupts_as_declared", "test_every_number_by_itself")
CODE = "unknown-kind"

CORRUPTION = {"kind": "noise", "std": 0.2}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points + rng.normal(0, 0.2, points.shape)
