"""The exponent is read off the logarithmic axis."""

CAUGHT_BY = ("test_critical_points",)
CODE = "critical-point-wrong"

def double_descent_answers():
    return {
        "a": {"critical": 60, "kind": "model"},
        "b": {"critical": 2, "kind": "epoch"},
        "c": {"critical": 120, "kind": "sample"},
    }
