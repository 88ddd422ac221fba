"""The layer before the output has a sigmoid."""

CAUGHT_BY = ("test_deep_network",)
CODE = "other-activation"

def make_deep():
    pixels = keras.Input((784,))
    code = keras.layers.Dense(32, activation="relu")(keras.layers.Dense(128, activation="relu")(pixels))
    hidden = keras.layers.Dense(128, activation="sigmoid")(code)
    return keras.Model(pixels, keras.layers.Dense(784, activation="sigmoid")(hidden)), keras.Model(pixels, code)
