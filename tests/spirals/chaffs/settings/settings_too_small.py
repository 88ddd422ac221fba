"""No network can draw the spiral."""

CAUGHT_BY = ("test_one_network_learns_the_spiral",)
CODE = "accuracy-below-pass-mark"

import numpy as np

SETTINGS = [{"H1": 1, "H2": 1}, {"H1": 1, "H2": 2}, {"H1": 2, "H2": 1}]


def train_setting(H1, H2):
    parameters = train_3_layer_network(H1, H2)

    def predict(points):
        return np.argmax(probabilities_of(points, *parameters), axis=1)

    return predict


def training_accuracy(predict):
    return np.mean(predict(X) == y)
