"""predict uses weights that were never trained."""

CAUGHT_BY = ("test_one_network_learns_the_spiral",)
CODE = "accuracy-below-pass-mark"

import numpy as np

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]


def train_setting(H1, H2):
    train_3_layer_network(H1, H2)
    parameters = [np.random.randn(D, H1), np.zeros((1, H1)), np.random.randn(H1, H2), np.zeros((1, H2)), np.random.randn(H2, K), np.zeros((1, K))]

    def predict(points):
        return np.argmax(probabilities_of(points, *parameters), axis=1)

    return predict


def training_accuracy(predict):
    return np.mean(predict(X) == y)
