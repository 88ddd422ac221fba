"""One bias for each layer, with the sum of both errors."""

CAUGHT_BY = ("test_biases",)
CODE = "bias-shared-by-layer"
BASE = True
REPLACE = [("bh, bo = dh, do", "bh, bo = np.full(2, dh.sum()), np.full(2, do.sum())")]
