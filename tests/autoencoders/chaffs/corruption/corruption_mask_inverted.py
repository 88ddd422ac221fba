"""The probability is that of staying."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "probability-to-stay"

CORRUPTION = {"kind": "masking", "probability": 0.3}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points * (rng.random(points.shape) < 0.3)
