"""Two models in a subclass with an encode method; the same weights."""

ALSO = ("embedding_vs_pca",)
FILES = {"autoencoder.keras": "same_weights"}

class Autoencoder(keras.Model):
    def __init__(self):
        super().__init__()
        self.encoder = keras.Sequential([layers.Flatten(), *(layers.Dense(n, "relu") for n in (512, 256, 64)), layers.Dense(2)])
        self.decoder = keras.Sequential([*(layers.Dense(n, "relu") for n in (64, 256, 512)), layers.Dense(784, "sigmoid")])

    def encode(self, images):
        return self.encoder(images)

    def call(self, images):
        return self.decoder(self.encode(images))


def make_autoencoder():
    return Autoencoder()


def reconstruct(autoencoder, images):
    return autoencoder(images.astype("float32") / 255)


def train_autoencoder(autoencoder, x_train, x_test, *, epochs):
    flat = [x.reshape(len(x), -1) / np.float32(255) for x in (x_train, x_test)]
    autoencoder.compile(keras.optimizers.RMSprop(5e-4), keras.losses.MeanSquaredError())
    history = autoencoder.fit(x_train / 255, flat[0], epochs=epochs, validation_data=(x_test / 255, flat[1]), verbose=0)
    return {"loss": np.array(history.history["loss"]), "test_loss": np.array(history.history["val_loss"])}


def embed(autoencoder, images):
    return autoencoder.encode(images / np.float32(255)).numpy()


FILES = {"autoencoder.keras": "same_weights"}


def same_weights():
    model = make_autoencoder()
    reconstruct(model, np.zeros((2, 28, 28), np.uint8))
    model.set_weights(keras.models.load_model("autoencoder.keras").get_weights())
    model.save("autoencoder.keras")
