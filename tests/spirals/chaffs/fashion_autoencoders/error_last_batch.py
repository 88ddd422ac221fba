"""The error of the last batch is returned."""

CAUGHT_BY = ("test_squared_error_is_a_sum_over_pixels",)
CODE = "error-of-last-batch"

def squared_error(autoencoder, inputs, targets):
    for start in range(0, len(inputs), 64):
        rebuilt = autoencoder.predict(inputs[start : start + 64], verbose=0)
        error = float(np.mean(np.sum((targets[start : start + 64] - rebuilt) ** 2, axis=1)))
    return error
