"""Inputs and targets are compared."""

CAUGHT_BY = ("test_squared_error_is_a_sum_over_pixels",)
CODE = "error-without-network"

def squared_error(autoencoder, inputs, targets):
    rebuilt = autoencoder.predict(inputs, verbose=0)
    return float(np.mean(np.sum((targets - inputs) ** 2, axis=1)))
