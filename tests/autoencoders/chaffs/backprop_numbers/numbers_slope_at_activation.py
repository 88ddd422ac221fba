"""σ′ is taken at h."""

CAUGHT_BY = ("test_hidden_errors", "test_hidden_weights", "test_biases")
CODE = "hidden-slope-at-activation"
BASE = True
REPLACE = [("h * (1 - h)", "(1 / (1 + np.exp(-h))) * (1 - 1 / (1 + np.exp(-h)))")]
