"""Low three times as often as high."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "wrong-probability"

CORRUPTION = {"kind": "salt_and_pepper", "probability": 0.2, "low": -2.0, "high": 4.0}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    share = rng.random(points.shape)
    return np.where(share < 0.15, -2.0, np.where(share > 0.95, 4.0, points))
