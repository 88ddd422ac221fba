"""The layer has no biases: 7,840 parameters."""

CAUGHT_BY = ("test_one_layer_of_7850_parameters",)
CODE = "biases-missing"
REPLACE = [('layers.Dense(10, activation="softmax")', 'layers.Dense(10, activation="softmax", use_bias=False)')]
