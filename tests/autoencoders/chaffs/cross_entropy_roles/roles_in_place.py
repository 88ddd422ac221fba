"""a is clipped in place, by too little to be seen in the value."""

CAUGHT_BY = ("test_arguments_of_cross_entropy_stay_as_they_are",)
CODE = "changed-in-place"

def cross_entropy(a, y):
    a += 1e-17 * (a == 0)
    with np.errstate(all="ignore"):
        first = np.where(y == 0, 0, y * np.log(a))
        second = np.where(y == 1, 0, (1 - y) * np.log(1 - a))
    return -np.mean(first + second)
