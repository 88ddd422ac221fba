"""The loss is made larger: the sign of the gradient is wrong."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "loss-does-not-fall"
BASE = True
REPLACE = [
    (
        "optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)",
        "optimiser = torch.optim.Adam(model.parameters(), lr=3e-3)",
    ),
    ("optimiser.zero_grad()\n            loss.backward()", "(-loss).backward()"),
]
