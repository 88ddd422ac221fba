"""A right answer in other words than the model answer; wrong answers change a line of it."""


def cross_entropy(a, y):
    a, y = np.asarray(a), np.asarray(y)
    with np.errstate(all="ignore"):
        first = np.where(y == 0, 0, y * np.log(a))
        second = np.where(y == 1, 0, (1 - y) * np.log(1 - a))
    return -np.mean(first + second)
