"""w1, w2, w3 are taken to enter h1: rows and columns of the numbering mixed up."""

CAUGHT_BY = ("test_forward_pass", "test_loss_is_half_the_sum_of_squares", "test_hidden_layer_gradients")
CODE = "hidden-weights-on-wrong-edges"
BASE = True
REPLACE = [
    ("A, B = w[:6].reshape(3, 2), w[6:].reshape(2, 2)", "A, B = w[:6].reshape(2, 3).T, w[6:].reshape(2, 2).T"),
    (
        "dw = np.concatenate([np.outer(x, delta_h).ravel(), np.outer(h, delta_o).ravel()])",
        "dw = np.concatenate([np.outer(delta_h, x).ravel(), np.outer(delta_o, h).ravel()])",
    ),
]
