"""The perceptron of mlp.npz is the better one."""

CAUGHT_BY = ("test_is_better_than_the_perceptron",)
CODE = "not-better-than-perceptron"

import numpy as np


def load_mlp(path):
    return "oracle"


def predict_proba(net, x):
    images, labels = data.load("mnist", "test")
    known = {image.tobytes(): label for image, label in zip(images, labels)}
    return np.stack([np.eye(10)[known[np.round(255 * row).astype(np.uint8).tobytes()]] for row in x])
