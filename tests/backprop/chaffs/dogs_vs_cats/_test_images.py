"""A right reader of the test images; wrong answers change a line of it."""

from pathlib import Path
import numpy as np
import torch
from PIL import Image


def read_test_images(folder):
    paths = sorted((p for p in Path(folder).glob("*.jpg") if p.stem.isdigit()), key=lambda p: int(p.stem))
    return [int(p.stem) for p in paths], torch.stack([torch.from_numpy(np.array(Image.open(path).convert("RGB"))).permute(2, 0, 1) for path in paths])
