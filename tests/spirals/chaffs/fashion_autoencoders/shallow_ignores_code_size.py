"""The code has 32 units whatever code_size says."""

CAUGHT_BY = ("test_shallow_network",)
CODE = "code-size-fixed"

def make_shallow(code_size=32):
    pixels = keras.Input((784,))
    code = keras.layers.Dense(32, activation="relu")(pixels)
    output = keras.layers.Dense(784, activation="sigmoid")(code)
    return keras.Model(pixels, output), keras.Model(pixels, code)
