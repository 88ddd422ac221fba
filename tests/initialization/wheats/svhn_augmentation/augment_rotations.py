"""torchvision's RandomAffine, image by image."""

import torch
from torchvision import transforms


def augment(images, seed):
    torch.manual_seed(seed)
    turn = transforms.RandomAffine(10, translate=(0.06, 0.06), scale=(0.9, 1.1))
    return torch.stack([turn(image) for image in images])
