"""The mask of ReLU is used for every activation."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "slope-of-relu"
BASE = True
REPLACE = [
    (
        'if net.activation == "relu":\n'
        "        return layer > 0\n"
        '    if net.activation == "tanh":\n'
        "        return 1 - layer**2\n"
        "    return layer * (1 - layer)",
        'functions = {"relu": lambda a: a > 0, "tanh": lambda a: a > 0, "sigmoid": lambda a: a > 0.5}\n'
        "    return functions[net.activation](layer)",
    ),
]
