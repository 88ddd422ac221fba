"""The split by fancy indexing, and lists of pairs instead of tuples."""

import numpy as np


def split_mnist(images, labels):
    border = len(labels) * 5 // 6
    first, last = np.arange(border), np.arange(border, len(labels))
    return [[images[first], labels[first]], [images[last], labels[last]]]
