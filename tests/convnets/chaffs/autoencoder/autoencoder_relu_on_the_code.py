"""relu on the two numbers."""

CAUGHT_BY = ("test_nothing_on_the_code",)
CODE = "activation-on-the-code"

def make_autoencoder():
    encoder = [layers.Dense(units, activation="relu") for units in (512, 256, 64)] + [layers.Dense(2, activation="relu")]
    decoder = [layers.Dense(units, activation="relu") for units in (64, 256, 512)] + [layers.Dense(784, activation="sigmoid")]
    model = keras.Sequential([keras.Input((784,)), *encoder, *decoder])
    model.compile(optimizer="adam", loss="mse")
    return model
