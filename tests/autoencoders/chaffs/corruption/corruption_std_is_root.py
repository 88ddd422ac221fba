"""N(0, 0.2) is read as a variance of 0.2."""

CAUGHT_BY = ("test_corrupts_as_declared",)
SAYS = "square root of the declared one"

CORRUPTION = {"kind": "gaussian", "std": 0.2}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points + rng.normal(0, 0.2**0.5, points.shape)
