"""The seed is not used: each call splits otherwise."""

CAUGHT_BY = ("test_splits_into_training_and_validation",)
CODE = "split-not-repeatable"
REPLACE = [("(labels), generator=torch.Generator().manual_seed(seed)", "(labels)")]
