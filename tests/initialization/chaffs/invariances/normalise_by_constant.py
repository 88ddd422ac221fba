"""Divided by 255, as images are."""

CAUGHT_BY = ("test_normalised_input_has_no_scale",)
CODE = "scale-still-there"

def normalise(X):
    return X / 255
