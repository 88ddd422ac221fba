"""An Adam with step() and zero_grad() that subclasses nothing; the losses of a plain loop."""

import torch


class AdamW:
    def __init__(self, parameters, lr=1e-3):
        self.parameters, self.lr, self.t = list(parameters), lr, 0
        self.m = [torch.zeros_like(p) for p in self.parameters]
        self.v = [torch.zeros_like(p) for p in self.parameters]

    def zero_grad(self):
        for p in self.parameters:
            p.grad = None

    def step(self):
        self.t += 1
        with torch.no_grad():
            for p, m, v in zip(self.parameters, self.m, self.v):
                m += 0.1 * (p.grad - m)
                v += 0.001 * (p.grad**2 - v)
                p -= self.lr * (m / (1 - 0.9**self.t) / ((v / (1 - 0.999**self.t)).sqrt() + 1e-8) + 0.01 * p)


def make_optimizer(model):
    return AdamW(model.parameters())


def train_cats(model, optimizer, images, labels, *, epochs, seed, device="cpu", after_epoch=None):
    torch.manual_seed(seed)
    losses = []
    for _ in range(epochs):
        model.train()
        total = 0.0
        for batch in torch.randperm(len(images)).split(40):
            loss = torch.nn.functional.cross_entropy(model(normalise_cats(images[batch])), labels[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        losses.append(total / len(images))
        if after_epoch is not None:
            after_epoch(model)
    return losses
