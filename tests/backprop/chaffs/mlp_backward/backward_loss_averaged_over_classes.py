"""The loss is averaged over the classes, too."""

CAUGHT_BY = ("test_loss_is_the_mean_cross_entropy",)
CODE = "loss-averaged-over-classes"
BASE = True
REPLACE = [
    (
        "loss = -np.mean(np.log(np.maximum(p[np.arange(len(y)), y], 1e-300)))",
        "loss = -np.mean(np.log(np.maximum(p[np.arange(len(y)), y], 1e-300)))\n"
        "    loss = loss / p.shape[1]",
    ),
]
