"""The optimiser holds the parameters of another network."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "parameters-not-trained"
BASE = True
REPLACE = [
    (
        "optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)",
        "optimiser = torch.optim.Adam(make_fashion_mlp().parameters(), lr=1e-3)",
    ),
    ("            optimiser.zero_grad()\n", ""),
]
