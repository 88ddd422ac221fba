"""The order is drawn from an unseeded generator."""

CAUGHT_BY = ("test_training_leaves_the_data_alone_and_repeats",)
CODE = "training-not-repeatable"
BASE = True
REPLACE = [("rng = np.random.default_rng(seed)", "rng = np.random.default_rng()")]
