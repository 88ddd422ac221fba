"""The scores are clipped so that exp cannot overflow."""

CAUGHT_BY = ("test_large_scores",)
SAYS = "entries differ"
BASE = True
REPLACE = [("e = np.exp(scores - np.max(scores, axis=1, keepdims=True))", "e = np.exp(np.clip(scores, -500, 500))")]
