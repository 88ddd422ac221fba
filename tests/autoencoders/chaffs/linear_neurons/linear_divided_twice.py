"""1/n in δ and again in dW and db."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost",)
CODE = "divided-everywhere"
BASE = True
REPLACE = [("deltas = [layers[-1] - y]", "deltas = [(layers[-1] - y) / n]")]
