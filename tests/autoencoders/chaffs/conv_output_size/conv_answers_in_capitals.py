"""The keys are other ones."""

CAUGHT_BY = ("test_four_answers",)
CODE = "missing-keys"

def conv_answers():
    return {"A": (49, 49), "B": (9, 9), "C": (23, 23), "D": (49, 49)}
