"""The first 30 % of the points are masked."""

CAUGHT_BY = ("test_every_number_by_itself",)
CODE = "coordinates-together"

CORRUPTION = {"kind": "masking", "probability": 0.3}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    found = points.copy()
    found[: int(0.3 * len(points))] = 0
    return found
