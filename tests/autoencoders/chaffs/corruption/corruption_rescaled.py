"""The data are standardised before the noise is added."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "wrong-mean"

CORRUPTION = {"kind": "gaussian", "std": 0.2}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    scaled = (points - points.mean(axis=0)) / points.std(axis=0)
    return scaled + rng.normal(0, 0.2, points.shape)
