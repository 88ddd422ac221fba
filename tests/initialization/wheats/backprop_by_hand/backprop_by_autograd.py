"""torch float32 with autograd and an optimiser; tensors returned, more keys than asked for."""

import torch


def backprop_step(x, t, w, b, learning_rate):
    x, t = torch.tensor(x, dtype=torch.float32), torch.tensor(t, dtype=torch.float32)
    w = torch.tensor(w, dtype=torch.float32, requires_grad=True)
    b = torch.tensor(b, dtype=torch.float32, requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=learning_rate)
    h = torch.sigmoid(w[:6].view(3, 2).T @ x + b[0])
    o = torch.sigmoid(w[6:].view(2, 2).T @ h + b[1])
    loss = torch.nn.functional.mse_loss(o, t)  # the mean of two squares is half their sum
    loss.backward()
    optimizer.step()
    return {"h": h, "o": o, "mse": loss, "dw": w.grad, "db": b.grad, "new_w": w, "new_b": b, "loss": loss}
