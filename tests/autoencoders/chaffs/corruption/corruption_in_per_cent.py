"""The probability is declared in per cent."""

CAUGHT_BY = ("test_declaration",)
CODE = "out-of-range"

CORRUPTION = {"kind": "masking", "probability": 30}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points * (rng.random(points.shape) >= 0.3)
