"""The input is returned."""

CAUGHT_BY = ("test_normalised_input_has_no_scale",)
SAYS = "scale is still there"

def normalise(X):
    return X.copy()
