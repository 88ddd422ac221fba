"""The largest score of the whole batch is subtracted."""

CAUGHT_BY = ("test_large_scores_give_probabilities",)
SAYS = "subtract each row's largest score"


def softmax(scores):
    powers = np.exp(scores - scores.max())
    return powers / powers.sum(axis=1, keepdims=True)
