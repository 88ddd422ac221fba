"""An interval in place of a point, a list in place of the kind."""

CAUGHT_BY = ("test_critical_points", "test_kinds")
CODE = "not-a-number"

def double_descent_answers():
    return {
        "a": {"critical": (55, 65), "kind": ["model"]},
        "b": {"critical": (90, 110), "kind": ["epoch"]},
        "c": {"critical": (110, 130), "kind": ["sample"]},
    }
