"""Probabilities as a numpy array, small batches, torchvision's Normalize."""

import torch
from torchvision import transforms


def predict_fashion(model, images):
    was, scale = model.training, transforms.Normalize((0.286,), (0.353,))
    model.eval()
    with torch.inference_mode():
        parts = [torch.softmax(model(scale(part)), dim=1) for part in torch.split(images, 500)]
    model.train(was)
    return torch.cat(parts).numpy()
