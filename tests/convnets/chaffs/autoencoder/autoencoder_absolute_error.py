"""Mean absolute error."""

CAUGHT_BY = ("test_training_lowers_the_squared_error",)
CODE = "mean-absolute-error"
REPLACE = [
    ('layers.Dense(2, name="code")', "layers.Dense(2)"),
    ('model.compile(optimizer="adam", loss="mse")', 'model.compile(optimizer="adam", loss="mae")'),
]
