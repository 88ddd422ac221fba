"""The algorithm of a sigmoid network."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost", "test_single_training_input")
CODE = "sigmoids-left"
BASE = True
REPLACE = [
    ("layers[-1] @ W.T + b", "1 / (1 + np.exp(-(layers[-1] @ W.T + b)))"),
    ("deltas = [layers[-1] - y]", "deltas = [(layers[-1] - y) * layers[-1] * (1 - layers[-1])]"),
    ("deltas.insert(0, deltas[0] @ W)", "deltas.insert(0, deltas[0] @ W * a * (1 - a))"),
]
