"""The training set is augmented once, before the first epoch."""

CAUGHT_BY = ("test_training_uses_the_augmentation",)
CODE = "augmented-once"
BASE = True
REPLACE = [
    (
        "optimiser, losses = torch.optim.Adam(model.parameters(), lr=1e-3), []",
        "optimiser, losses = torch.optim.Adam(model.parameters(), lr=1e-3), []\n"
        "    images = augment(images, seed)",
    ),
]
