"""The output has ReLU, as in problem 2a."""

CAUGHT_BY = ("test_shallow_network",)
SAYS = "the output layer has the activation relu where sigmoid is asked for"

def make_shallow(code_size=32):
    pixels = keras.Input((784,))
    code = keras.layers.Dense(code_size, activation="relu")(pixels)
    output = keras.layers.Dense(784, activation="relu")(code)
    return keras.Model(pixels, output), keras.Model(pixels, code)
