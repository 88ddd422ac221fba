"""ReLU by a function behind the encoder."""

CAUGHT_BY = ("test_nothing_on_the_code",)
CODE = "activation-on-the-code"

class Autoencoder(keras.Model):
    def __init__(self):
        super().__init__()
        self.encoder = [layers.Dense(n, "relu") for n in (256, 64)] + [layers.Dense(2)]
        self.decoder = [layers.Dense(n, "relu") for n in (64, 256)] + [layers.Dense(784, "sigmoid")]

    def call(self, x):
        for layer in self.encoder:
            x = layer(x)
        x = keras.ops.relu(x)
        for layer in self.decoder:
            x = layer(x)
        return x


def make_autoencoder():
    model = Autoencoder()
    model.compile(optimizer="adam", loss="mse")
    return model
