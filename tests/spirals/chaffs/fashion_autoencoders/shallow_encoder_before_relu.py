"""The encoder stops before the code's activation."""

CAUGHT_BY = ("test_shallow_network",)
CODE = "code-before-activation"

def make_shallow(code_size=32):
    pixels = keras.Input((784,))
    before = keras.layers.Dense(code_size)(pixels)
    output = keras.layers.Dense(784, activation="sigmoid")(keras.layers.ReLU()(before))
    return keras.Model(pixels, output), keras.Model(pixels, before)
