"""Adam with 0.01."""

CAUGHT_BY = ("test_training",)
CODE = "other-learning-rate"
BASE = "_training"
REPLACE = [("lr=0.001", "lr=0.01")]
