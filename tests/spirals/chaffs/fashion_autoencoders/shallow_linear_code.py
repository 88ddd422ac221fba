"""The code has no activation."""

CAUGHT_BY = ("test_shallow_network",)
SAYS = "layer 1 has no activation where relu is asked for"
REPLACE = [
    ('code = keras.layers.Dense(code_size, activation="relu")(pixels)', "code = keras.layers.Dense(code_size)(pixels)"),
]
