"""All scores are shifted by one maximum."""

CAUGHT_BY = ("test_large_scores",)
SAYS = "NaN"
BASE = True
REPLACE = [("e = np.exp(scores - np.max(scores, axis=1, keepdims=True))", "e = np.exp(scores - np.max(scores))")]
