"""The inner layers have no activation."""

CAUGHT_BY = ("test_deep_network",)
CODE = "no-inner-activation"

def make_deep():
    pixels = values = keras.Input((784,))
    layers = []
    for units in (128, 32, 128):
        values = keras.layers.Dense(units, activation=None)(values)
        layers.append(values)
    output = keras.layers.Dense(784, activation="sigmoid")(values)
    return keras.Model(pixels, output), keras.Model(pixels, layers[1])
