"""Whole points are masked."""

CAUGHT_BY = ("test_every_number_by_itself",)
CODE = "coordinates-together"

CORRUPTION = {"kind": "masking", "probability": 0.3}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points * (rng.random((len(points), 1)) >= 0.3)
