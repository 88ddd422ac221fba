"""The output has no activation."""

CAUGHT_BY = ("test_shallow_network",)
SAYS = "the output layer has no activation"
REPLACE = [('output = keras.layers.Dense(784, activation="sigmoid")(code)', "output = keras.layers.Dense(784)(code)")]
