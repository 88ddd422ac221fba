"""The code has 64 units."""

CAUGHT_BY = ("test_deep_network",)
CODE = "code-twice-as-wide"

def make_deep():
    pixels = values = keras.Input((784,))
    layers = []
    for units in (128, 64, 128):
        values = keras.layers.Dense(units, activation="relu")(values)
        layers.append(values)
    output = keras.layers.Dense(784, activation="sigmoid")(values)
    return keras.Model(pixels, output), keras.Model(pixels, layers[1])
