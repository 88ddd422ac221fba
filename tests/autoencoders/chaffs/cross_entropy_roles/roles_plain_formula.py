"""The formula as it is written: 0 · ln 0 is NaN."""

CAUGHT_BY = ("test_targets_of_zero_and_one",)
CODE = "nan-at-the-ends"

def cross_entropy(a, y):
    return -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))
