"""The whole layer is rescaled."""

CAUGHT_BY = ("test_rescaled_unit_keeps_the_function",)
CODE = "every-unit-rescaled"

def rescale_unit(W1, W2, r, k, alpha):
    return W1 * alpha, W2 / alpha
