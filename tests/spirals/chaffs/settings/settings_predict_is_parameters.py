"""The parameters are returned in place of a function."""

CAUGHT_BY = ("test_classes_of_points",)
CODE = "raised"

import numpy as np

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]


def train_setting(H1, H2):
    parameters = train_3_layer_network(H1, H2)

    return parameters


def training_accuracy(predict):
    return np.mean(predict(X) == y)
