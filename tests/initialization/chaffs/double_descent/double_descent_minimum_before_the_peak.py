"""The best point of the classical regime is taken for the critical point."""

CAUGHT_BY = ("test_critical_points",)
CODE = "critical-point-wrong"

def double_descent_answers():
    return {
        "a": {"critical": 20, "kind": "model"},
        "b": {"critical": 23, "kind": "epoch"},
        "c": {"critical": 40, "kind": "sample"},
    }
