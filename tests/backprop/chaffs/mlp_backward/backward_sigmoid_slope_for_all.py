"""σ(1 − σ) is used for every activation."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "slope-of-sigmoid"
BASE = True
REPLACE = [
    (
        '    if net.activation == "relu":\n'
        "        return layer > 0\n"
        '    if net.activation == "tanh":\n'
        "        return 1 - layer**2\n",
        "",
    ),
]
