"""All units of the layer before the code."""

CAUGHT_BY = ("test_codes_are_those_of_the_inner_layer", "test_labels_lie_together",)
CODE = "wrong-shape"
REPLACE = [('autoencoder.get_layer("code").output', "autoencoder.layers[2].output")]
