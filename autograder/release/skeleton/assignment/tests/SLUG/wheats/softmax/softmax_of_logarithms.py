"""By the logarithm of the sum of exponentials."""


def softmax(scores):
    return np.exp(scores - np.logaddexp.reduce(scores, axis=1, keepdims=True))
