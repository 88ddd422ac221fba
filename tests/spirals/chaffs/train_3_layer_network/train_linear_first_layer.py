"""The first hidden layer is linear, forward and backward."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "ReLU of the first hidden layer is missing"
BASE = True
REPLACE = [
    ("h1 = np.maximum(0, np.dot(X, W1) + b1)", "h1 = np.dot(X, W1) + b1"),
    ("        dh1[h1 <= 0] = 0\n", ""),
]
