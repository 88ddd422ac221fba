"""Trained on all images; training and validation errors are both of images that were trained on."""

CAUGHT_BY = ("test_validation_images_were_not_trained_on",)
CODE = "validation-images-trained-on"
FILES = {"cnn.pt": "everything"}

import torch


def everything():
    train, valid = (as_tensors(*part) for part in split_mnist(mnist_images, mnist_labels))
    images, labels = (torch.cat(pair) for pair in zip(train, valid))
    torch.manual_seed(2)
    net = make_cnn()
    train_cnn(net, images, labels, epochs=22, seed=2)
    errors = [[(predict_cnn(net, x).argmax(1) != y).float().mean().item()] * 10 for x, y in (train, valid)]
    report = {"train_errors": errors[0], "valid_errors": errors[1], "mlp_valid_accuracy": 0.8}
    torch.save({"state_dict": net.state_dict(), "report": report, "data": "stand-in"}, "cnn.pt")
