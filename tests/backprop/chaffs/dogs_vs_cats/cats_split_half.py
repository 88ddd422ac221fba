"""Half of the images for validation."""

CAUGHT_BY = ("test_splits_into_training_and_validation",)
CODE = "validation-size"
REPLACE = [
    ("order[len(labels) // 10 :], order[: len(labels) // 10]", "order[len(labels) // 2 :], order[: len(labels) // 2]"),
]
