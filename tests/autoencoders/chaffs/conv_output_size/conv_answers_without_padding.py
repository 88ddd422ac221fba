"""a and c without padding."""

CAUGHT_BY = ("test_four_answers",)
CODE = "padding-left-out"

def conv_answers():
    return {"a": (47, 47), "b": (9, 9), "c": (21, 21), "d": (49, 49)}
