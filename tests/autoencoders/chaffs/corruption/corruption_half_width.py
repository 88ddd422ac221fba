"""The width is taken as that of the whole interval."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "half-the-width"

CORRUPTION = {"kind": "uniform", "width": 0.5}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points + rng.uniform(-0.25, 0.25, points.shape)
