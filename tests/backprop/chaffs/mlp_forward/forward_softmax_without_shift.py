"""The softmax takes exp of the scores as they are."""

CAUGHT_BY = ("test_softmax_is_stable",)
CODE = "softmax-overflows"
BASE = True
REPLACE = [("shifted = np.exp(scores - scores.max(axis=1, keepdims=True))", "shifted = np.exp(scores)")]
