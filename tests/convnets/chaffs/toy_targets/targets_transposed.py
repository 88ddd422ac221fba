"""W is applied from the wrong side."""

CAUGHT_BY = ("test_sum", "test_log_sum_exp")
CODE = "w-transposed"
REPLACE = [("Wx = X @ W.T", "Wx = X @ W")]
