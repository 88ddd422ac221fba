"""The network is shown the targets."""

CAUGHT_BY = ("test_squared_error_is_a_sum_over_pixels",)
CODE = "targets-as-inputs"

def squared_error(autoencoder, inputs, targets):
    rebuilt = autoencoder.predict(inputs, verbose=0)
    rebuilt = autoencoder.predict(targets, verbose=0)
    return float(np.mean(np.sum((targets - rebuilt) ** 2, axis=1)))
