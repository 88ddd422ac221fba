"""The sum runs over the samples."""

CAUGHT_BY = ("test_agrees_with_the_definition",)
SAYS = "sum over the samples instead of the classes"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=0))
    return powers / powers.sum(axis=0)
