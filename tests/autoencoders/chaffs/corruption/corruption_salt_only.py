"""Only the high value occurs."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "wrong-probability"

CORRUPTION = {"kind": "salt_and_pepper", "probability": 0.2, "low": -2.0, "high": 4.0}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return np.where(rng.random(points.shape) < 0.2, 4.0, points)
