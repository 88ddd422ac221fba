"""Only the last layer is given to the optimiser."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "parameters-not-trained"
BASE = True
REPLACE = [
    (
        "optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)",
        "optimiser = torch.optim.Adam(list(model.modules())[-1].parameters(), lr=1e-3)",
    ),
    ("            optimiser.zero_grad()\n", ""),
]
