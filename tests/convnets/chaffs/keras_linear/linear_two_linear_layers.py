"""Two layers without an activation: a linear function, of more parameters."""

CAUGHT_BY = ("test_one_layer_of_7850_parameters",)
CODE = "hidden-layer-in-linear-model"
REPLACE = [('layers.Dense(10, activation="softmax")', 'layers.Dense(128), layers.Dense(10, activation="softmax")')]
