"""One row of draws stands for all."""

CAUGHT_BY = ("test_weights_are_standard_normal",)
CODE = "identical-lines"
BASE = True
REPLACE = [("rng.standard_normal(weight.shape)", "np.tile(rng.standard_normal(n_out), (n_in, 1))")]
