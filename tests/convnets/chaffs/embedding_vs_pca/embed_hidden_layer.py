"""Two units of a wider layer."""

CAUGHT_BY = ("test_codes_are_those_of_the_inner_layer",)
CODE = "not-the-inner-layer"

def embed(autoencoder, images):
    encoder = keras.Model(autoencoder.inputs, autoencoder.layers[1].output)
    return encoder.predict(images.reshape(-1, 784) / np.float32(255), verbose=0)[:, :2]
