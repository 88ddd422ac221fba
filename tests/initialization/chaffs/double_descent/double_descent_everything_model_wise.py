"""All three plots are called model-wise."""

CAUGHT_BY = ("test_kinds",)
CODE = "kind-wrong"

def double_descent_answers():
    return {
        "a": {"critical": 60, "kind": "model"},
        "b": {"critical": 100, "kind": "model"},
        "c": {"critical": 120, "kind": "model"},
    }
