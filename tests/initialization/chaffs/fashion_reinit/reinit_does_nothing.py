"""Nothing is changed."""

CAUGHT_BY = ("test_every_linear_layer_gets_new_weights", "test_weights_follow_the_named_scheme")
CODE = "weights-kept"


def reinitialise(model, seed):
    return {"scheme": "xavier_normal_"}
