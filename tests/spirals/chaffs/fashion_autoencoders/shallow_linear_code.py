"""The code has no activation."""

CAUGHT_BY = ("test_shallow_network",)
CODE = "other-activation"
REPLACE = [
    ('code = keras.layers.Dense(code_size, activation="relu")(pixels)', "code = keras.layers.Dense(code_size)(pixels)"),
]
