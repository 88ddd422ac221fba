"""The point where the second descent ends is taken for the critical point."""

CAUGHT_BY = ("test_critical_points",)
CODE = "critical-point-wrong"

def double_descent_answers():
    return {
        "a": {"critical": 140, "kind": "model"},
        "b": {"critical": 4000, "kind": "epoch"},
        "c": {"critical": 200, "kind": "sample"},
    }
