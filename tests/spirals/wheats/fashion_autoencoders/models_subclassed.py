"""Subclassed models; activations as layers and functions; the decoder's layers are made first."""

class Encoder(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.inner = [keras.layers.Dense(n, activation=keras.activations.relu) for n in units]

    def call(self, images):
        for layer in self.inner:
            images = layer(images)
        return images


class Autoencoder(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.output_layer = keras.layers.Dense(784)
        self.decoder = Encoder(units[-2::-1])
        self.encoder = Encoder(units)

    def call(self, images):
        return keras.ops.sigmoid(self.output_layer(self.decoder(self.encoder(images))))


def make_shallow(code_size=32):
    model = Autoencoder([code_size])
    return model, model.encoder


def make_deep():
    model = Autoencoder([128, 32])
    return model, model.encoder
