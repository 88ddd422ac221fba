"""The root of the mean squared error."""

CAUGHT_BY = ("test_squared_error_is_a_sum_over_pixels",)
CODE = "root-of-the-whole"

def squared_error(autoencoder, inputs, targets):
    rebuilt = autoencoder.predict(inputs, verbose=0)
    return float(np.sqrt(np.mean(np.sum((targets - rebuilt) ** 2, axis=1))))
