"""The declared probability for low and again for high."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "probability-for-each"

CORRUPTION = {"kind": "salt_and_pepper", "probability": 0.2, "low": -2.0, "high": 4.0}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    share = rng.random(points.shape)
    return np.where(share < 0.2, -2.0, np.where(share > 0.8, 4.0, points))
