"""The loss holds λ‖W‖², the gradient does not."""

CAUGHT_BY = ("test_loss_is_the_mean_cross_entropy",)
CODE = "regulariser-in-the-loss"
BASE = True
REPLACE = [
    (
        "loss = -np.mean(np.log(np.maximum(p[np.arange(len(y)), y], 1e-300)))",
        "loss = -np.mean(np.log(np.maximum(p[np.arange(len(y)), y], 1e-300)))\n"
        "    loss = loss + 0.05 * sum((W**2).sum() for W in net.weights)",
    ),
]
