"""Two networks only."""

CAUGHT_BY = ("test_three_to_five_settings",)
CODE = "wrong-number-of-settings"

import numpy as np

SETTINGS = [{"H1": 30, "H2": 10}, {"H1": 50, "H2": 50}]


def train_setting(H1, H2):
    parameters = train_3_layer_network(H1, H2)

    def predict(points):
        return np.argmax(probabilities_of(points, *parameters), axis=1)

    return predict


def training_accuracy(predict):
    return np.mean(predict(X) == y)
