"""A single number on the way to two."""

CAUGHT_BY = ("test_two_numbers_in_the_middle",)
CODE = "code-of-another-size"

def make_autoencoder():
    encoder = [layers.Dense(units, activation="relu") for units in (512, 256, 64)] + [layers.Dense(1), layers.Dense(2)]
    decoder = [layers.Dense(units, activation="relu") for units in (64, 256, 512)] + [layers.Dense(784, activation="sigmoid")]
    model = keras.Sequential([keras.Input((784,)), *encoder, *decoder])
    model.compile(optimizer="adam", loss="mse")
    return model
