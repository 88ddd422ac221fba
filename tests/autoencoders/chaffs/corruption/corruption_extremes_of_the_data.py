"""The extremes of the data instead of the declared low and high."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "neither-kept-nor-replaced"

CORRUPTION = {"kind": "salt_and_pepper", "probability": 0.2, "low": -2.0, "high": 4.0}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    share = rng.random(points.shape)
    return np.where(share < 0.1, points.min(), np.where(share > 0.9, points.max(), points))
