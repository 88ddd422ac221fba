"""σ′(z) is still multiplied in."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost", "test_single_training_input")
CODE = "sigmoid-slope-left"
BASE = True
REPLACE = [
    ("deltas = [layers[-1] - y]", "deltas = [(layers[-1] - y) * sigmoid_prime(layers[-1])]"),
    ("deltas.insert(0, deltas[0] @ W)", "deltas.insert(0, deltas[0] @ W * sigmoid_prime(a))"),
]


def sigmoid_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
