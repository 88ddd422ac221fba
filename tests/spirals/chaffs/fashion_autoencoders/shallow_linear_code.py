"""The code has no activation."""

CAUGHT_BY = ("test_shallow_network",)
SAYS = "layer 1 has no activation where relu is asked for"

def make_shallow(code_size=32):
    pixels = keras.Input((784,))
    code = keras.layers.Dense(code_size)(pixels)
    output = keras.layers.Dense(784, activation="sigmoid")(code)
    return keras.Model(pixels, output), keras.Model(pixels, code)
