"""x·ε instead of x·(1 + ε)."""

CAUGHT_BY = ("test_corrupts_as_declared",)

CORRUPTION = {"kind": "multiplicative", "std": 0.3}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points * rng.normal(0, 0.3, points.shape)
