"""Maximum and sum are taken over the samples."""

CAUGHT_BY = ("test_agrees_with_the_definition",)
CODE = "sum-over-samples"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=0))
    return powers / powers.sum(axis=0)
