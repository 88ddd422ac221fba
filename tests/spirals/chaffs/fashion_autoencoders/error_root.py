"""The norm instead of its square."""

CAUGHT_BY = ("test_squared_error_is_a_sum_over_pixels",)
CODE = "root-of-each-image"

def squared_error(autoencoder, inputs, targets):
    rebuilt = autoencoder.predict(inputs, verbose=0)
    return float(np.mean(np.linalg.norm(targets - rebuilt, axis=1)))
