"""The code has no activation."""

CAUGHT_BY = ("test_deep_network",)
CODE = "other-activation"

def make_deep():
    pixels = values = keras.Input((784,))
    layers = []
    for units in (128, 32, 128):
        values = keras.layers.Dense(units, activation=None if units == 32 else "relu")(values)
        layers.append(values)
    output = keras.layers.Dense(784, activation="sigmoid")(values)
    return keras.Model(pixels, output), keras.Model(pixels, layers[1])
