"""A loop with Python's logarithm and cases."""

import math


def cross_entropy(a, y):
    total = 0.0
    for output, target in zip(a, y):
        if target > 0:
            total -= target * math.log(output) if output > 0 else -math.inf
        if target < 1:
            total -= (1 - target) * math.log1p(-output) if output < 1 else -math.inf
    return total / len(a)
