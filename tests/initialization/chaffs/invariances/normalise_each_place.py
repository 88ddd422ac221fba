"""Every place is divided by its own sum: places with more signal can no longer be told."""

CAUGHT_BY = ("test_normalised_sequences_stay_apart",)
CODE = "scale-of-places-lost"

def normalise(X):
    total = X.sum(axis=0, keepdims=True)
    return X / (total + (total == 0))
