"""db is one number for the whole layer."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost", "test_single_training_input")
CODE = "wrong-shape"
BASE = True
REPLACE = [("db = [delta.sum(axis=0) / n for delta in deltas]", "db = [np.mean(delta) for delta in deltas]")]
