"""The points are centred in place."""

CAUGHT_BY = ("test_data_stay_as_they_are",)
SAYS = "changed in place"
BASE = True
REPLACE = [("step_size = 0.1", "step_size = 0.1\n    X[:] = X - np.mean(X, axis=0)")]
