"""Normal draws with Glorot's variance."""

CAUGHT_BY = ("test_weights_are_uniform_within_the_glorot_bound",)
CODE = "normal-instead-of-uniform"
BASE = True
REPLACE = [
    (
        "rng.uniform(-1, 1, weight.shape) * np.sqrt(6 / (n_in + n_out))",
        "rng.standard_normal(weight.shape) * np.sqrt(2 / (n_in + n_out))",
    ),
]
