"""The new matrix W2 is never updated."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "all its entries are zero"
BASE = True
REPLACE = [("        W2 += -step_size * dW2\n", "")]
