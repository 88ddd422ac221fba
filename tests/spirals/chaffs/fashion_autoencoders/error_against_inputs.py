"""The reconstructions are compared with the inputs."""

CAUGHT_BY = ("test_squared_error_is_a_sum_over_pixels",)
CODE = "error-against-inputs"

def squared_error(autoencoder, inputs, targets):
    rebuilt = autoencoder.predict(inputs, verbose=0)
    return float(np.mean(np.sum((inputs - rebuilt) ** 2, axis=1)))
