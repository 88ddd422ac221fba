"""A right answer in other words than the model answer; wrong answers change a line of it."""

CORRUPTION = {"kind": "gaussian", "std": 0.2}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    return points + rng.normal(0, 0.2, points.shape)
