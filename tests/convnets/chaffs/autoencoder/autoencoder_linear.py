"""A linear autoencoder, which is no better than PCA."""

CAUGHT_BY = ("test_rebuilds_better_than_pca",)
CODE = "not-better-than-pca"
FILES = {"autoencoder.keras": "linear"}

def make_autoencoder():
    model = keras.Sequential([keras.Input((784,)), layers.Dense(2, name="code"), layers.Dense(784)])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    return model


def linear():
    (x_train, y_train), (x_test, y_test) = (data.load("mnist", split) for split in ("train", "test"))
    keras.utils.set_random_seed(1)
    model = make_autoencoder()
    train_autoencoder(model, x_train, x_test, epochs=8)
    model.save("autoencoder.keras")
