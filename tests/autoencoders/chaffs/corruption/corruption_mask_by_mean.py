"""Masked numbers become the mean instead of 0."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "neither-kept-nor-replaced"

CORRUPTION = {"kind": "masking", "probability": 0.3}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return np.where(rng.random(points.shape) < 0.3, points.mean(axis=0), points)
