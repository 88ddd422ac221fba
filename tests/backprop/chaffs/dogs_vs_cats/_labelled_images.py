"""A right reader of the labelled images; wrong answers change a line of it."""

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
    return torch.stack([picture(path) for path in paths]), torch.tensor([0] * len(cats) + [1] * len(dogs))
