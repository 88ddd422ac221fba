"""The default code has 64 units."""

CAUGHT_BY = ("test_shallow_network",)
CODE = "code-twice-as-wide"

def make_shallow(code_size=64):
    pixels = keras.Input((784,))
    code = keras.layers.Dense(code_size, activation="relu")(pixels)
    output = keras.layers.Dense(784, activation="sigmoid")(code)
    return keras.Model(pixels, output), keras.Model(pixels, code)
