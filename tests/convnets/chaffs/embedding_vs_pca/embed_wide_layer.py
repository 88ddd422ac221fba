"""All units of the layer before the code."""

CAUGHT_BY = ("test_codes_are_those_of_the_inner_layer", "test_labels_lie_together",)
CODE = "wrong-shape"

def embed(autoencoder, images):
    encoder = keras.Model(autoencoder.inputs, autoencoder.layers[2].output)
    return encoder.predict(images.reshape(-1, 784) / np.float32(255), verbose=0)
