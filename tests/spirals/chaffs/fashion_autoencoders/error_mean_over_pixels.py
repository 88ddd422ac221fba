"""The mean over the pixels as well (Keras' mse)."""

CAUGHT_BY = ("test_squared_error_is_a_sum_over_pixels",)
CODE = "error-mean-over-pixels"

def squared_error(autoencoder, inputs, targets):
    rebuilt = autoencoder.predict(inputs, verbose=0)
    return float(np.mean((targets - rebuilt) ** 2))
