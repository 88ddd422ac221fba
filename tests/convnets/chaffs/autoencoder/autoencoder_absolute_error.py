"""Mean absolute error."""

CAUGHT_BY = ("test_training_lowers_the_squared_error",)
CODE = "mean-absolute-error"

def make_autoencoder():
    encoder = [layers.Dense(units, activation="relu") for units in (512, 256, 64)] + [layers.Dense(2)]
    decoder = [layers.Dense(units, activation="relu") for units in (64, 256, 512)] + [layers.Dense(784, activation="sigmoid")]
    model = keras.Sequential([keras.Input((784,)), *encoder, *decoder])
    model.compile(optimizer="adam", loss="mae")
    return model
