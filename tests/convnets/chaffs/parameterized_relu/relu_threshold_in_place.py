"""b is changed in place."""

CAUGHT_BY = ("test_arguments_stay_as_they_are",)
CODE = "changed-in-place"

def parameterized_relu(t, W, b):
    b -= t
    return W, b, t
