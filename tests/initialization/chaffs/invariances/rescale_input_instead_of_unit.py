"""(r, k) is taken for a place of the input."""

CAUGHT_BY = ("test_rescaled_unit_keeps_the_function",)
CODE = "input-rescaled"
REPLACE = [("W1[r, k] *= alpha", "W1[:, :, r, k] *= alpha")]
