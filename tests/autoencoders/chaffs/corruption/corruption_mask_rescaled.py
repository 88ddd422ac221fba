"""As dropout does: what stays is divided by 1 − p."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "neither-kept-nor-replaced"

CORRUPTION = {"kind": "masking", "probability": 0.3}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points * (rng.random(points.shape) >= 0.3) / 0.7
