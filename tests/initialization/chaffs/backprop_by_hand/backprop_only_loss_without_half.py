"""The loss is printed without ½; the gradients are right."""

CAUGHT_BY = ("test_loss_is_half_the_sum_of_squares",)
CODE = "half-missing"
BASE = True
REPLACE = [("mse = float(0.5 * np.sum((o - t) ** 2))", "mse = float(np.sum((o - t) ** 2))")]
