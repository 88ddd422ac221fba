"""The sum over the images."""

CAUGHT_BY = ("test_squared_error_is_a_sum_over_pixels",)
CODE = "error-sum-over-images"

def squared_error(autoencoder, inputs, targets):
    rebuilt = autoencoder.predict(inputs, verbose=0)
    return float(np.sum((targets - rebuilt) ** 2))
