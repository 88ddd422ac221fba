"""Pixels from 0 to 255 go into the encoder."""

CAUGHT_BY = ("test_codes_are_those_of_the_inner_layer",)
CODE = "not-the-inner-layer"

def embed(autoencoder, images):
    encoder = keras.Model(autoencoder.inputs, autoencoder.get_layer("code").output)
    return encoder.predict(images.reshape(-1, 784).astype("float32"), verbose=0)
