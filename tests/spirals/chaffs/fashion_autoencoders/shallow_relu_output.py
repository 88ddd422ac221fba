"""The output has ReLU, as in problem 2a."""

CAUGHT_BY = ("test_shallow_network",)
CODE = "other-activation"

def make_shallow(code_size=32):
    pixels = keras.Input((784,))
    code = keras.layers.Dense(code_size, activation="relu")(pixels)
    output = keras.layers.Dense(784, activation="relu")(code)
    return keras.Model(pixels, output), keras.Model(pixels, code)
