"""The mean is subtracted; the scale stays."""

CAUGHT_BY = ("test_normalised_input_has_no_scale",)
CODE = "scale-still-there"

def normalise(X):
    return X - X.mean()
