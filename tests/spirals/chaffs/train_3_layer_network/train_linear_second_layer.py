"""The second hidden layer is linear, forward and backward."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "ReLU of the second hidden layer is missing"
BASE = True
REPLACE = [
    ("h2 = np.maximum(0, np.dot(h1, W2) + b2)", "h2 = np.dot(h1, W2) + b2"),
    ("        dh2[h2 <= 0] = 0\n", ""),
]
