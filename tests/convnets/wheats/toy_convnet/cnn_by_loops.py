"""Everything sample by sample with plain lists; the maximum of a tie is the last one; small start."""

import numpy as np


def forward(cnn_model, x):
    fwd = {"x": x, "o1": [], "o2": [], "m": [], "m_argmax": [], "p": []}
    for row in x:
        m, where = [], []
        for k in ("1", "2"):
            a, b, c = cnn_model["w" + k]
            r = [0.0] + [float(v) for v in row] + [0.0]
            o = [max(0.0, a * r[i + 2] + b * r[i + 1] + c * r[i]) for i in range(4)]
            fwd["o" + k].append(o)
            for s in (0, 2):
                j = s if o[s] > o[s + 1] else s + 1
                m.append(o[j])
                where.append(j)
        fwd["m"].append(m)
        fwd["m_argmax"].append(where)
        fwd["p"].append(sum(v * w for v, w in zip(m, cnn_model["u"])))
    return fwd


def backprop(model, y, fwd, batch_size):
    grads = {"w1": [0.0] * 3, "w2": [0.0] * 3, "u": [0.0] * 4}
    for n in range(batch_size):
        e = 2 * (fwd["p"][n] - y[n]) / batch_size
        r = [0.0] + list(fwd["x"][n]) + [0.0]
        for j in range(4):
            grads["u"][j] += e * fwd["m"][n][j]
            if fwd["m"][n][j] > 0:
                i = fwd["m_argmax"][n][j]
                w = grads["w1" if j < 2 else "w2"]
                for a in range(3):
                    w[a] += e * model["u"][j] * r[i + 2 - a]
    return np.array(grads["w1"]), np.array(grads["w2"]), np.array(grads["u"])


def learn_cnn(X, Y, batch_size, lamb, iterations, learning_rate):
    np.random.seed(4)
    model = {"w1": 0.3 * np.random.randn(3), "w2": 0.3 * np.random.randn(3), "u": 0.3 * np.random.randn(4)}
    training_loss, test_loss = [], []
    for t in range(iterations):
        idx = np.random.randint(0, len(Y["train"]), batch_size)
        x, y = X["train"][idx, :], Y["train"][idx]
        fwd = forward(model, x)
        dl_dw1, dl_dw2, dl_du = backprop(model, y, fwd, batch_size)
        model["w1"] -= learning_rate * (dl_dw1 + lamb * model["w1"])
        model["w2"] -= learning_rate * (dl_dw2 + lamb * model["w2"])
        model["u"] -= learning_rate * (dl_du + lamb * model["u"])
        p = np.array(forward(model, x)["p"])
        training_loss.append(float(np.mean((p - y) ** 2)))
        p = np.array(forward(model, X["test"])["p"])
        test_loss.append(float(np.mean((p - Y["test"]) ** 2)))
    return model, training_loss, test_loss
