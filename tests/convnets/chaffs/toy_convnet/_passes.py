"""Right passes forward and backward, sample by sample; wrong answers change a line of them."""

import numpy as np


def forward(cnn_model, x):
    fwd = {"x": x}
    fwd["o1"] = np.maximum(0, [np.convolve(row, cnn_model["w1"], mode="same") for row in x])
    fwd["o2"] = np.maximum(0, [np.convolve(row, cnn_model["w2"], mode="same") for row in x])
    pairs = np.concatenate([fwd["o1"], fwd["o2"]], axis=1).reshape(len(x), 4, 2)
    fwd["m"] = pairs.max(axis=2)
    fwd["m_argmax"] = pairs.argmax(axis=2)
    fwd["p"] = np.dot(fwd["m"], cnn_model["u"])
    return fwd


def backprop(model, y, fwd, batch_size):
    dl_dp = 2 * (fwd["p"] - y)
    dl_du = np.dot(dl_dp, fwd["m"]) / batch_size
    u, x = model["u"], fwd["x"]
    dl_dw1, dl_dw2 = np.zeros(3), np.zeros(3)
    for i in range(batch_size):
        padded = np.concatenate([[0], x[i], [0]])
        for j in range(4):
            k = fwd["m_argmax"][i, j]
            place = 2 * (j % 2) + k
            do_dw = np.array([padded[place + 2], padded[place + 1], padded[place]])
            if j < 2:
                dl_dw1 += dl_dp[i] * u[j] * do_dw * (fwd["o1"][i, place] > 0)
            else:
                dl_dw2 += dl_dp[i] * u[j] * do_dw * (fwd["o2"][i, place] > 0)
    return dl_dw1 / batch_size, dl_dw2 / batch_size, dl_du
