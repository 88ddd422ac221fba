"""Right functions that call the answers to the tasks before; wrong answers change a line, or the settings."""

import numpy as np


def train_setting(H1, H2):
    parameters = train_3_layer_network(H1, H2)

    def predict(points):
        return np.argmax(probabilities_of(points, *parameters), axis=1)

    return predict


def training_accuracy(predict):
    return np.mean(predict(X) == y)
