"""Points a little off the peak, as read from the plot; kinds spelled out."""

def double_descent_answers():
    return {
        "a": {"critical": 58, "kind": "Model-wise"},
        "b": {"critical": 107, "kind": "epoch-wise double descent"},
        "c": {"critical": 125.0, "kind": "SAMPLE_WISE"},
    }
