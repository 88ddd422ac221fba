"""A pooling of 2 is taken to halve the image."""

CAUGHT_BY = ("test_four_answers",)
CODE = "stride-is-kernel"

def conv_answers():
    return {"a": (49, 49), "b": (9, 9), "c": (23, 23), "d": (25, 25)}
