"""The weights are updated before the error goes through them."""

CAUGHT_BY = ("test_adapter_gives_loss_and_gradients",)
CODE = "gradients-change-parameters"
BASE = True
REPLACE = [
    ("gradients.append((dW, db))", "gradients.append((dW, db))\n        net.weights[k] = net.weights[k] - 0.1 * dW"),
]
