"""The lists begin with the output layer."""

CAUGHT_BY = ("test_hidden_neuron",)
CODE = "gradients-in-other-order"
REPLACE = [
    (
        '{"delta": deltas, "dW": dW, "db": [delta.copy() for delta in deltas]}',
        '{key: value[::-1] for key, value in {"delta": deltas, "dW": dW, "db": [delta for delta in deltas]}.items()}',
    ),
]
