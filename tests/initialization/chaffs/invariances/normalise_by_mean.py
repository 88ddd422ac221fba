"""The mean is subtracted; the scale stays."""

CAUGHT_BY = ("test_normalised_input_has_no_scale",)
SAYS = "normalise(c·X)"

def normalise(X):
    return X - X.mean()
