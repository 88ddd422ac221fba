"""Multiplicative noise, column by column."""

CORRUPTION = {"kind": "multiplicative", "std": 0.1}


def corrupt(points, seed):
    rng = np.random.default_rng([seed, 1])
    return np.column_stack([column * rng.normal(1, 0.1, len(column)) for column in points.T])
