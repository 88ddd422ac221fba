"""No normalisation, momentum and a scheduler of torch's; scores of shape (N, 1) after a sigmoid, labels 0 and 1 in lines of any order."""

FILES = {'cats.pt': 'files', 'submission.csv': 'there'}

import torch
from torch import nn
from torch.nn import functional as F


def make_cats_model():
    return nn.Sequential(nn.Conv2d(3, 8, 5, stride=4), nn.ReLU(), nn.Conv2d(8, 16, 3), nn.MaxPool2d(2), nn.ReLU(), nn.Flatten(), nn.Linear(576, 1))


def make_optimizer(model):
    return torch.optim.SGD(model.parameters(), lr=0.005, momentum=0.9, nesterov=True, weight_decay=1e-4)


def train_cats(model, optimizer, images, labels, *, epochs, seed, device="cpu", after_epoch=None):
    torch.manual_seed(seed)
    schedule, losses = torch.optim.lr_scheduler.StepLR(optimizer, 5, 0.5), []
    for epoch in range(epochs):
        parts = []
        for batch in torch.randperm(len(images)).split(32):
            optimizer.zero_grad()
            loss = F.binary_cross_entropy_with_logits(model(normalise_cats(images[batch])).squeeze(1), labels[batch].float())
            loss.backward()
            optimizer.step()
            parts.append(loss.item() * len(batch) / len(images))
        schedule.step()
        losses.append(sum(parts))
        if after_epoch:
            after_epoch(model)
    return losses


def predict_cats(model, images):
    model.eval()
    with torch.no_grad():
        return torch.sigmoid(torch.cat([model(normalise_cats(batch)) for batch in images.split(100)]))


def write_submission(path, ids, dog):
    with open(path, "w") as file:
        file.write("Id, Label\n" + "".join(f"{n},{int(d > 0.5)}\n" for n, d in sorted(zip(ids, dog.flatten()), key=lambda pair: str(pair[0]))))


def files():
    folder = data.prepare("dogs_vs_cats")
    images, labels = read_labelled_images(folder / "trainset")
    some = torch.randperm(len(images))[:120]
    torch.manual_seed(0)
    net = make_cats_model()
    train_cats(net, make_optimizer(net), images[some], labels[some], epochs=1, seed=0)
    report = {"parameters": cats_parameters(net)}
    torch.save({"state_dict": net.state_dict(), "report": report, "data": data.kind("dogs_vs_cats")}, "cats.pt")
    ids, test = read_test_images(folder / "testset")
    found = predict_cats(net, test)
    dog = found[:, 1] > found[:, 0] if found.shape[1:] == (2,) else found > 0.5
    write_submission("submission.csv", ids, dog.double())


def there():
    """Written by the other hook already."""
