"""The maximum is subtracted from the caller's array."""

CAUGHT_BY = ("test_scores_stay_as_they_are",)
CODE = "changed-in-place"


def softmax(scores):
    scores -= scores.max(axis=1, keepdims=True)
    powers = np.exp(scores)
    return powers / powers.sum(axis=1, keepdims=True)
