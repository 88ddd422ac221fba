"""Every code gives the same picture: weights after a training that collapsed."""

CAUGHT_BY = ("test_reconstructions_of_test_images", "test_reconstructions_beat_two_principal_components",)
CODE = "no-better-than-one-picture"
FILES = {"mnist_ae.pt": "collapsed"}

import torch


def collapsed():
    model = make_autoencoder()
    images, _ = load_mnist(train=True)
    last = [m for m in model.modules() if isinstance(m, torch.nn.Linear)][-1]
    with torch.no_grad():
        last.weight.zero_()
        last.bias.copy_(torch.logit(images.mean(0).flatten().clamp(0.001, 0.999)))
    save_weights("mnist_ae.pt", model)
