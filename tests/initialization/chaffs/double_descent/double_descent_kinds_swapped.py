"""Model-wise and sample-wise are exchanged, and with them the points."""

CAUGHT_BY = ("test_critical_points", "test_kinds")
CODE = "point-of-other-plot"

def double_descent_answers():
    return {
        "a": {"critical": 120, "kind": "sample"},
        "b": {"critical": 100, "kind": "epoch"},
        "c": {"critical": 60, "kind": "model"},
    }
