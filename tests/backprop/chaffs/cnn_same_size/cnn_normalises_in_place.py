"""The images are normalised in place."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "images-changed-in-place"
BASE = True
REPLACE = [
    (
        "optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)",
        "optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)\n"
        "    images.sub_(0.13).div_(0.31)",
    ),
]
