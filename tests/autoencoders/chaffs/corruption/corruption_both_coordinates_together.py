"""One error for both coordinates of a point."""

CAUGHT_BY = ("test_every_number_by_itself",)
CODE = "coordinates-together"

CORRUPTION = {"kind": "gaussian", "std": 0.2}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points + rng.normal(0, 0.2, (len(points), 1))
