"""Only the decoder has a layer of 128."""

CAUGHT_BY = ("test_deep_network",)
CODE = "layer-of-128-missing"

def make_deep():
    pixels = values = keras.Input((784,))
    layers = []
    for units in (32, 128):
        values = keras.layers.Dense(units, activation="relu")(values)
        layers.append(values)
    output = keras.layers.Dense(784, activation="sigmoid")(values)
    return keras.Model(pixels, output), keras.Model(pixels, layers[0])
