"""The models take images of 28 × 28 instead of rows."""

CAUGHT_BY = ("test_shallow_network",)
CODE = "raised"

def make_shallow(code_size=32):
    pixels = keras.Input((28, 28))
    code = keras.layers.Dense(code_size, activation="relu")(keras.layers.Flatten()(pixels))
    output = keras.layers.Dense(784, activation="sigmoid")(code)
    return keras.Model(pixels, keras.layers.Reshape((28, 28))(output)), keras.Model(pixels, code)
