"""All parameters start at 0, so that no unit ever learns."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient", "test_accuracy_on_a_spiral")
SAYS = ""
BASE = True
REPLACE = [
    ("W1 = np.random.randn(D, H1)", "W1 = np.zeros((D, H1))"),
    ("W2 = np.random.randn(H1, H2)", "W2 = np.zeros((H1, H2))"),
    ("W3 = np.random.randn(H2, K)", "W3 = np.zeros((H2, K))"),
]
