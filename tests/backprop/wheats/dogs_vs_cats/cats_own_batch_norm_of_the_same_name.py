"""A batch normalisation of one's own that bears torch's name, and a layer normalisation of one's own."""

FILES = {'cats.pt': 'files', 'submission.csv': 'there'}

import torch
from torch import nn


class BatchNorm2d(nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.ones(num_features)), nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))
        self.eps, self.momentum = eps, momentum

    def forward(self, x):
        if self.training:
            mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
            self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean.detach()
            self.running_var = (1 - self.momentum) * self.running_var + self.momentum * var.detach()
        else:
            mean, var = self.running_mean, self.running_var
        y = (x - mean[None, :, None, None]) / (var[None, :, None, None] + self.eps) ** 0.5
        return y * self.weight[None, :, None, None] + self.bias[None, :, None, None]


class LayerNorm(nn.Module):
    def forward(self, x):
        return (x - x.mean(1, keepdim=True)) / (x.std(1, keepdim=True) + 1e-5)


def make_cats_model():
    return nn.Sequential(
        nn.Conv2d(3, 8, 5, stride=4), BatchNorm2d(8), nn.ReLU(), nn.Conv2d(8, 16, 3), nn.MaxPool2d(2), nn.ReLU(),
        nn.Flatten(), LayerNorm(), nn.Linear(16 * 6 * 6, 2),
    )


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
