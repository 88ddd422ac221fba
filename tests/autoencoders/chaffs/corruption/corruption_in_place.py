"""The given points are corrupted."""

CAUGHT_BY = ("test_points_stay_as_they_are",)
CODE = "changed-in-place"

CORRUPTION = {"kind": "gaussian", "std": 0.2}


def corrupt(points, seed):
    rng = np.random.default_rng(seed)
    points += rng.normal(0, 0.2, points.shape)
    return points
