"""The parameter is not declared."""

CAUGHT_BY = ("test_declaration", "test_corrupts_as_declared", "test_every_number_by_itself")
CODE = "missing-keys"

CORRUPTION = {"kind": "gaussian"}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points + rng.normal(0, 0.2, points.shape)
