"""b is rounded up."""

CAUGHT_BY = ("test_four_answers",)
CODE = "several-mistakes-fit"

def conv_answers():
    return {"a": (49, 49), "b": (10, 10), "c": (23, 23), "d": (49, 49)}
