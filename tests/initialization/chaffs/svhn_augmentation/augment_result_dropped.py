"""augment is called and its result thrown away."""

CAUGHT_BY = ("test_training_uses_the_augmentation",)
CODE = "augment-result-not-used"
BASE = True
REPLACE = [
    (
        "x, y = images[batch], labels[batch]",
        "x, y = images[batch], labels[batch]\n"
        "            augment(x, 1000 * epoch + step)",
    ),
]
