"""Absolute differences instead of squares."""

CAUGHT_BY = ("test_squared_error_is_a_sum_over_pixels",)
CODE = "number-off"

def squared_error(autoencoder, inputs, targets):
    rebuilt = autoencoder.predict(inputs, verbose=0)
    return float(np.mean(np.sum(np.abs(targets - rebuilt), axis=1)))
