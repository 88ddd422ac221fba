"""Every batch is augmented with the same seed."""

CAUGHT_BY = ("test_training_uses_the_augmentation",)
CODE = "same-seed-for-batches"
BASE = True
REPLACE = [
    ("x, y = images[batch], labels[batch]", "x, y = images[batch], labels[batch]\n            x = augment(x, seed)"),
]
