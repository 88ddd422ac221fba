"""A skip connection leads around the code."""

CAUGHT_BY = ("test_everything_passes_through_the_code",)
CODE = "way-around-the-code"

def make_autoencoder():
    pixels = keras.Input((784,))
    first = layers.Dense(256, activation="relu")(pixels)
    hidden = layers.Dense(64, activation="relu")(first)
    code = layers.Dense(2, name="code")(hidden)
    x = layers.Dense(256, activation="relu")(layers.Dense(64, activation="relu")(code))
    model = keras.Model(pixels, layers.Dense(784, activation="sigmoid")(layers.Add()([x, first])))
    model.compile(optimizer="adam", loss="mse")
    return model
