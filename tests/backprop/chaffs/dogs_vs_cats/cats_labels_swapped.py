"""Cats are 1 and dogs 0."""

CAUGHT_BY = ("test_reads_labelled_images",)
CODE = "labels-swapped"

from pathlib import Path

import numpy as np
import torch
from PIL import Image


def picture(path):
    return torch.from_numpy(np.array(Image.open(path).convert("RGB"))).permute(2, 0, 1)


def read_labelled_images(folder):
    cats = sorted(Path(folder).glob("*/*.Cat.jpg"))
    dogs = sorted(path for path in Path(folder).glob("*/*.Dog.jpg"))
    paths = cats + dogs
    return torch.stack([picture(path) for path in paths]), torch.tensor([1] * len(cats) + [0] * len(dogs))
