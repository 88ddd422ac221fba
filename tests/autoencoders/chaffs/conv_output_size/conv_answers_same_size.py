"""a is taken for a convolution that keeps the size."""

CAUGHT_BY = ("test_four_answers",)
CODE = "sizes-wrong"

def conv_answers():
    return {"a": (50, 50), "b": (9, 9), "c": (23, 23), "d": (49, 49)}
