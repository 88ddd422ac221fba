"""The codes come in another order."""

CAUGHT_BY = ("test_codes_are_those_of_the_inner_layer",)
CODE = "codes-in-other-order"

def embed(autoencoder, images):
    encoder = keras.Model(autoencoder.inputs, autoencoder.get_layer("code").output)
    images = images[np.random.permutation(len(images))]
    return encoder.predict(images.reshape(-1, 784) / np.float32(255), verbose=0)
