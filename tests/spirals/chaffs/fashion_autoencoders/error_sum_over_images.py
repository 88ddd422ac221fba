"""The sum over the images."""

CAUGHT_BY = ("test_squared_error_is_a_sum_over_pixels",)
SAYS = "sum over the images"

def squared_error(autoencoder, inputs, targets):
    rebuilt = autoencoder.predict(inputs, verbose=0)
    return float(np.sum((targets - rebuilt) ** 2))
