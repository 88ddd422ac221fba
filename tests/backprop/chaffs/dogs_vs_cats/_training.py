"""A right training loop; wrong answers change a line of it."""

import torch


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
