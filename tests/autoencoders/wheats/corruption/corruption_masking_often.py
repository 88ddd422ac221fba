"""Masking by a binomial mask, with a high probability."""

CORRUPTION = dict(kind="Masking", probability=0.9)


def corrupt(points, seed):
    return points * np.random.default_rng(seed).binomial(1, 0.1, size=np.shape(points))
