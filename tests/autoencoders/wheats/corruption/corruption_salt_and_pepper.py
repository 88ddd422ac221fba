"""Salt and pepper, number by number, as a nested list; low is 0, as some of the data are."""

import random

CORRUPTION = {"kind": "salt and pepper", "probability": 0.1, "low": 0, "high": 5}


def corrupt(points, seed):
    source = random.Random(seed)

    def one(value):
        share = source.random()
        return 0.0 if share < 0.05 else 5.0 if share < 0.1 else float(value)

    return [[one(value) for value in row] for row in points]
