"""The weights start at a hundredth, which a deep network does not get away from for long."""

CAUGHT_BY = ("test_accuracy_on_a_spiral",)
SAYS = "training accuracy"
BASE = True
REPLACE = [
    ("W1 = np.random.randn(D, H1)", "W1 = 0.01 * np.random.randn(D, H1)"),
    ("W2 = np.random.randn(H1, H2)", "W2 = 0.01 * np.random.randn(H1, H2)"),
    ("W3 = np.random.randn(H2, K)", "W3 = 0.01 * np.random.randn(H2, K)"),
]
