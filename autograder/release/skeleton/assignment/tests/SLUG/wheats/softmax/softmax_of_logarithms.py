"""The logarithm of the sum of exponentials is subtracted before exp."""


def softmax(scores):
    return np.exp(scores - np.logaddexp.reduce(scores, axis=1, keepdims=True))
