"""Binary cross-entropy in place of the squared error."""

CAUGHT_BY = ("test_training_lowers_the_squared_error",)
CODE = "binary-cross-entropy"
REPLACE = [
    ('layers.Dense(2, name="code")', "layers.Dense(2)"),
    ('loss="mse"', 'loss="binary_crossentropy"'),
]
