"""Masking with the global generator, in a copy."""

CORRUPTION = {"kind": "masking", "probability": 0.25, "formula": "x̂ = m · x, m ~ Bernoulli(0.75)"}


def corrupt(points, seed):
    np.random.seed(seed)
    found = points.copy()
    found[np.random.rand(*points.shape) < CORRUPTION["probability"]] = 0
    return found
