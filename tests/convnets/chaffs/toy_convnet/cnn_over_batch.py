"""The filters slide over the samples of the batch."""

CAUGHT_BY = ("test_forward_values",)
CODE = "filters-slide-over-samples"

import numpy as np


def forward(cnn_model, x):
    fwd = {"x": x}
    fwd["o1"] = np.maximum(0, np.array([convolve_samples(column, cnn_model["w1"]) for column in x.T]).T)
    fwd["o2"] = np.maximum(0, np.array([convolve_samples(column, cnn_model["w2"]) for column in x.T]).T)
    pairs = np.concatenate([fwd["o1"], fwd["o2"]], axis=1).reshape(len(x), 4, 2)
    fwd["m"] = pairs.max(axis=2)
    fwd["m_argmax"] = pairs.argmax(axis=2)
    fwd["p"] = np.dot(fwd["m"], cnn_model["u"])
    return fwd


def convolve_samples(column, w):
    return np.convolve(column, w, mode="full")[1:-1]
