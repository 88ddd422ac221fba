"""w1, w2 leave x1 and w3, w4 leave x2."""

CAUGHT_BY = ("test_output_errors", "test_hidden_errors", "test_output_weights", "test_hidden_weights", "test_biases")
CODE = "numbered-by-source"
BASE = True
REPLACE = [
    (
        "([[0.15, 0.20], [0.25, 0.30]]), np.array([[0.40, 0.45], [0.50, 0.55]])",
        "([[0.15, 0.20], [0.25, 0.30]]).T, np.array([[0.40, 0.45], [0.50, 0.55]]).T",
    ),
    ("dW1, dW2 = np.outer(dh, x), np.outer(do, h)", "dW1, dW2 = np.outer(x, dh), np.outer(h, do)"),
]
