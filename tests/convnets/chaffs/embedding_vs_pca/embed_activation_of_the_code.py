"""A ReLU on the code when embedding."""

CAUGHT_BY = ("test_codes_are_those_of_the_inner_layer",)
CODE = "not-the-inner-layer"

def embed(autoencoder, images):
    encoder = keras.Model(autoencoder.inputs, autoencoder.get_layer("code").output)
    return np.maximum(encoder.predict(images.reshape(-1, 784) / np.float32(255), verbose=0), 0)
