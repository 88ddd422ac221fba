"""The encoder is a network of its own that was never trained."""

CAUGHT_BY = ("test_codes_are_those_of_the_inner_layer",)
CODE = "not-the-inner-layer"

def embed(autoencoder, images):
    encoder = keras.Sequential([keras.Input((784,)), layers.Dense(64, activation="relu"), layers.Dense(2)])
    return encoder.predict(images.reshape(-1, 784) / np.float32(255), verbose=0)
