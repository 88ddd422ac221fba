"""A second layer as wide as the code."""

CAUGHT_BY = ("test_shallow_network",)
CODE = "one-more-code-layer"

def make_shallow(code_size=32):
    pixels = keras.Input((784,))
    code = keras.layers.Dense(code_size, activation="relu")(pixels)
    output = (lambda x: keras.layers.Dense(784, activation="sigmoid")(keras.layers.Dense(code_size, activation="relu")(x)))(code)
    return keras.Model(pixels, output), keras.Model(pixels, code)
