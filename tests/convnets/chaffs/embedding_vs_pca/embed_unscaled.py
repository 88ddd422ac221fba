"""Pixels from 0 to 255 go into the encoder."""

CAUGHT_BY = ("test_codes_are_those_of_the_inner_layer",)
CODE = "not-the-inner-layer"
REPLACE = [("(-1, 784) / np.float32(255)", '(-1, 784).astype("float32")')]
