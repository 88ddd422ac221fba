"""The labels of the validation part are those of the training part."""

CAUGHT_BY = ("test_split_keeps_training_and_validation_apart",)
CODE = "labels-of-other-images"
REPLACE = [("labels[kept:]", "labels[: len(images) - kept]")]
