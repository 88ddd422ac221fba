"""Only the autoencoder is returned."""

CAUGHT_BY = ("test_shallow_network",)
CODE = "not-examined"

def make_shallow(code_size=32):
    pixels = keras.Input((784,))
    code = keras.layers.Dense(code_size, activation="relu")(pixels)
    output = keras.layers.Dense(784, activation="sigmoid")(code)
    return keras.Model(pixels, output)
