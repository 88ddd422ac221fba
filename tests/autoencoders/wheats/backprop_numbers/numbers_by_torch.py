"""torch differentiates by weights, biases and pre-activations; float32 tensors as values."""

def backprop_numbers():
    import torch

    w = torch.tensor([0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55], requires_grad=True)
    b = torch.tensor([0.35, 0.35, 0.60, 0.60], requires_grad=True)
    zh = w[:4].reshape(2, 2) @ torch.tensor([0.05, 0.10]) + b[:2]
    zo = w[4:].reshape(2, 2) @ torch.sigmoid(zh) + b[2:]
    cost = torch.nn.functional.binary_cross_entropy_with_logits(zo, torch.tensor([0.01, 0.99]), reduction="sum")
    dw, db, dh, do = torch.autograd.grad(cost, (w, b, zh, zo))
    found = {f"dw{k + 1}": dw[k] for k in range(8)} | {"cost": cost.item()}
    names = ["h1", "h2", "o1", "o2"]
    return found | {f"db_{n}": db[k] for k, n in enumerate(names)} | {f"delta_{n}": torch.cat([dh, do])[k] for k, n in enumerate(names)}
