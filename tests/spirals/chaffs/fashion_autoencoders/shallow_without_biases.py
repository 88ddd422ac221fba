"""The layers have no biases."""

CAUGHT_BY = ("test_shallow_network",)
CODE = "no-biases"

def make_shallow(code_size=32):
    pixels = keras.Input((784,))
    code = keras.layers.Dense(code_size, activation="relu", use_bias=False)(pixels)
    output = keras.layers.Dense(784, activation="sigmoid", use_bias=False)(code)
    return keras.Model(pixels, output), keras.Model(pixels, code)
