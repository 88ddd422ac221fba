"""The same 100 errors over and over."""

CAUGHT_BY = ("test_corrupts_as_declared", "test_every_number_by_itself")
CODE = "corruption-repeats"

CORRUPTION = {"kind": "uniform", "width": 0.5}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    errors = rng.uniform(-0.5, 0.5, (100, 2))
    return points + np.resize(errors, points.shape)
