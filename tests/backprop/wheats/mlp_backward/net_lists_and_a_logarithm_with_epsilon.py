"""The gradients are nested lists, the loss is an array without axes and has log(p + 1e-6)."""

import numpy as np


def loss_and_gradients(net, x, y):
    _, gradients = backward(net, x, y)
    loss = np.array(-np.log(predict_proba(net, x)[np.arange(len(y)), y] + 1e-6).mean())
    return loss, [[dW.tolist(), db[:, None].tolist()] for dW, db in gradients]
