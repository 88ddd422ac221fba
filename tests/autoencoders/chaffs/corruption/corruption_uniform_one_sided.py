"""U(0, width)."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "one-sided"

CORRUPTION = {"kind": "uniform", "width": 0.5}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points + 0.5 * rng.random(points.shape)
