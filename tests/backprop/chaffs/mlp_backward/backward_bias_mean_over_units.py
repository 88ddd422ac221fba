"""The bias gradient is averaged over the units."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "bias-averaged-over-units"
BASE = True
REPLACE = [("db = error.sum(axis=0)", "db = np.full(error.shape[1], error.sum() / error.shape[1])")]
