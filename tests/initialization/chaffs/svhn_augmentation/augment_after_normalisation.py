"""Images are normalised first and augmented then."""

CAUGHT_BY = ("test_training_uses_the_augmentation",)
CODE = "augmented-after-normalising"
BASE = True
REPLACE = [
    (
        "loss = F.cross_entropy(model(normalise_svhn(x)), y)",
        "x = augment(normalise_svhn(x), 1000 * epoch + step)\n"
        "            loss = F.cross_entropy(model(x), y)",
    ),
]
