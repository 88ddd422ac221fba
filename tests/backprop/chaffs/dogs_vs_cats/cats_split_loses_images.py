"""Some images are in neither part."""

CAUGHT_BY = ("test_splits_into_training_and_validation",)
CODE = "parts-are-not-all-images"
REPLACE = [("order[len(labels) // 10 :], order[: len(labels) // 10]", "order[:200], order[200:250]")]
