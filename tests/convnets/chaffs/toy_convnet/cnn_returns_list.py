"""The parameters come back as a list."""

CAUGHT_BY = ("test_returns_a_model_and_two_lists",)
CODE = "wrong-kind"
BASE = "_training"
REPLACE = [("return model", "return list(model.values())")]
