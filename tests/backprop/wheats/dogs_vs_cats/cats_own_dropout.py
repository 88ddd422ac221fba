"""A dropout of one's own that subclasses nn.Module, and one that subclasses torch's and does it by hand."""

FILES = {'cats.pt': 'files', 'submission.csv': 'there'}

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.p = p

    def forward(self, x):
        return x * (torch.rand(x.shape) > self.p) / (1 - self.p) if self.training else x


class Dropout2d(nn.Dropout2d):
    def forward(self, x):
        return x * (torch.rand(x.shape[0], x.shape[1], 1, 1) > 0.1) / 0.9 if self.training else x


def make_cats_model():
    return nn.Sequential(
        nn.Conv2d(3, 8, 5, stride=4), nn.ReLU(), Dropout2d(), nn.Conv2d(8, 16, 3), nn.MaxPool2d(2), nn.ReLU(),
        nn.Flatten(), Dropout(0.2), nn.Linear(16 * 6 * 6, 2),
    )


def make_optimizer(model):
    return torch.optim.SGD(model.parameters(), lr=0.005, momentum=0.9)


def predict_cats(model, images):
    model.eval()
    with torch.no_grad():
        return torch.cat([model(normalise_cats(batch)) for batch in images.split(100)])


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
    dog = found[:, 1] > found[:, 0] if found.ndim == 2 else found > 0.5
    write_submission("submission.csv", ids, dog.double())


def there():
    """Written by the other hook already."""
