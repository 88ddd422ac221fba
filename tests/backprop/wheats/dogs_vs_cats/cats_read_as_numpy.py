"""Pictures stacked as a numpy array, ids as an array of numpy integers; the split by numpy."""

import glob
import os

import numpy as np
import torch
from PIL import Image


def read_labelled_images(folder):
    arrays, labels = [], []
    for number, animal in enumerate(("Cat", "Dog")):
        for path in glob.glob(os.path.join(str(folder), animal, f"*.{animal}.jpg")):
            arrays.append(np.array(Image.open(path).convert("RGB")))
            labels.append(number)
    return torch.from_numpy(np.array(arrays).transpose(0, 3, 1, 2).copy()), torch.LongTensor(labels)


def read_test_images(folder):
    numbers = np.sort([int(f.split(".")[0]) for f in os.listdir(folder) if f.split(".")[0].isdigit()])
    arrays = [np.moveaxis(np.array(Image.open(f"{folder}/{n}.jpg").convert("RGB")), 2, 0) for n in numbers]
    return numbers, torch.tensor(np.stack(arrays))


def split_cats(labels, seed):
    order = np.random.RandomState(seed % 2**32).permutation(len(labels))
    cut = int(0.8 * len(labels))
    return torch.from_numpy(order[:cut]), torch.from_numpy(order[cut:])
