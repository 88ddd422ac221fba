"""The loss is a sum over the batch."""

CAUGHT_BY = ("test_loss_is_the_mean_cross_entropy",)
CODE = "loss-summed"
BASE = True
REPLACE = [
    (
        "np.mean(np.log(np.maximum(p[np.arange(len(y)), y], 1e-300)))",
        "np.sum(np.log(np.maximum(p[np.arange(len(y)), y], 1e-300)))",
    ),
]
