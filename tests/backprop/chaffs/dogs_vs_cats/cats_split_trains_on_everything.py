"""All images are trained on, validation included."""

CAUGHT_BY = ("test_splits_into_training_and_validation",)
CODE = "images-in-both-parts"
REPLACE = [("order[len(labels) // 10 :]", "order")]
