"""All networks have the usual learning rate."""

CAUGHT_BY = ("test_values_are_trained_with",)
CODE = "values-not-used"
REPLACE = [("network = make_mlp(learning_rate=value)", "network = make_mlp()")]
