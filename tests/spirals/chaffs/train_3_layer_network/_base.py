"""A right answer that continues the starter code; wrong answers change a line of it."""

import numpy as np


def train_3_layer_network(H1=100, H2=100):
    W1 = np.random.randn(D, H1)
    b1 = np.zeros((1, H1))
    W2 = np.random.randn(H1, H2)
    b2 = np.zeros((1, H2))
    W3 = np.random.randn(H2, K)
    b3 = np.zeros((1, K))
    step_size = 0.1
    num_examples = X.shape[0]
    for i in range(20000):
        h1 = np.maximum(0, np.dot(X, W1) + b1)
        h2 = np.maximum(0, np.dot(h1, W2) + b2)
        scores = np.dot(h2, W3) + b3
        exp_scores = np.exp(scores - np.max(scores, axis=1, keepdims=True))
        probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
        loss = np.sum(-np.log(probs[range(num_examples), y])) / num_examples
        if i % 1000 == 0:
            print("iteration %d: loss %f" % (i, loss))
        dscores = probs
        dscores[range(num_examples), y] -= 1
        dscores /= num_examples
        dW3 = np.dot(h2.T, dscores)
        db3 = np.sum(dscores, axis=0, keepdims=True)
        dh2 = np.dot(dscores, W3.T)
        dh2[h2 <= 0] = 0
        dW2 = np.dot(h1.T, dh2)
        db2 = np.sum(dh2, axis=0, keepdims=True)
        dh1 = np.dot(dh2, W2.T)
        dh1[h1 <= 0] = 0
        dW1 = np.dot(X.T, dh1)
        db1 = np.sum(dh1, axis=0, keepdims=True)
        W1 += -step_size * dW1
        b1 += -step_size * db1
        W2 += -step_size * dW2
        b2 += -step_size * db2
        W3 += -step_size * dW3
        b3 += -step_size * db3
    return W1, b1, W2, b2, W3, b3
