"""ReLU is applied to the scores."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "applied to the scores"
BASE = True
REPLACE = [("scores = np.dot(h2, W3) + b3", "scores = np.maximum(0, np.dot(h2, W3) + b3)")]
