"""Trained for one epoch."""

CAUGHT_BY = ("test_rebuilds_better_than_pca",)
CODE = "not-better-than-pca"
FILES = {"autoencoder.keras": "early"}

def early():
    (x_train, y_train), (x_test, y_test) = (data.load("mnist", split) for split in ("train", "test"))
    keras.utils.set_random_seed(1)
    model = make_autoencoder()
    train_autoencoder(model, x_train, x_test, epochs=1)
    model.save("autoencoder.keras")
