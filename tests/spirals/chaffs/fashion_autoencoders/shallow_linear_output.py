"""The output has no activation."""

CAUGHT_BY = ("test_shallow_network",)
CODE = "other-activation"
REPLACE = [('output = keras.layers.Dense(784, activation="sigmoid")(code)', "output = keras.layers.Dense(784)(code)")]
