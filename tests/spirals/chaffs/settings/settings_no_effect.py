"""A setting whose entry is not used."""

CAUGHT_BY = ("test_settings_have_an_effect",)
CODE = "setting-without-effect"

import numpy as np

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 50, "H2": 50, "reg": 0.1}, {"H1": 50, "H2": 50}]


def train_setting(H1, H2, reg=0.0):
    parameters = train_3_layer_network(H1, H2)

    def predict(points):
        return np.argmax(probabilities_of(points, *parameters), axis=1)

    return predict


def training_accuracy(predict):
    return np.mean(predict(X) == y)
