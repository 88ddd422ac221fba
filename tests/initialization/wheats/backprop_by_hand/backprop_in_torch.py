"""Tensors throughout: the learning rate has to be the float that the contract names."""

import torch


def backprop_step(x, t, w, b, learning_rate):
    x, t, w, b = (torch.tensor(value) for value in (x, t, w, b))
    first, second = w[:6].reshape(3, 2), w[6:].reshape(2, 2)
    h = torch.sigmoid(x @ first + b[0])
    o = torch.sigmoid(h @ second + b[1])
    outer = (o - t) * o * (1 - o)
    inner = second @ outer * h * (1 - h)
    dw = torch.cat([torch.outer(x, inner).ravel(), torch.outer(h, outer).ravel()])
    db = torch.stack([inner.sum(), outer.sum()])
    return {
        "h": h,
        "o": o,
        "mse": ((o - t) ** 2).sum() / 2,
        "dw": dw,
        "db": db[:, None],
        "new_w": torch.sub(w, dw, alpha=learning_rate),
        "new_b": torch.sub(b, db, alpha=learning_rate),
    }
