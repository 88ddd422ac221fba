"""The loss is in bits."""

CAUGHT_BY = ("test_loss_is_the_mean_cross_entropy",)
CODE = "loss-in-bits"
BASE = True
REPLACE = [
    ("np.log(np.maximum(p[np.arange(len(y)), y], 1e-300))", "np.log2(np.maximum(p[np.arange(len(y)), y], 1e-300))"),
]
