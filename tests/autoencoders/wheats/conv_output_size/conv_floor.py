"""math.floor and np.floor; numpy numbers and arrays."""

import math


def conv_output_size(n, kernel, stride=1, padding=0):
    return np.floor((n + 2 * padding - kernel) / stride + 1)


def conv_answers():
    sizes = [(4, 1, 1), (8, 5, 0), (10, 2, 2), (2, 1, 0)]
    return {k: np.array([math.floor((50 + 2 * p - size) / s) + 1] * 2) for k, (size, s, p) in zip("abcd", sizes)}
