"""a(1 − a) is still multiplied in."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost", "test_single_training_input")
CODE = "a-one-minus-a-left"
BASE = True
REPLACE = [
    ("deltas = [layers[-1] - y]", "deltas = [(layers[-1] - y) * layers[-1] * (1 - layers[-1])]"),
    ("deltas.insert(0, deltas[0] @ W)", "deltas.insert(0, deltas[0] @ W * a * (1 - a))"),
]
