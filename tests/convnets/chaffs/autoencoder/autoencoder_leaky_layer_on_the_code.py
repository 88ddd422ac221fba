"""LeakyReLU as a layer behind the code."""

CAUGHT_BY = ("test_nothing_on_the_code",)
CODE = "activation-on-the-code"
REPLACE = [('layers.Dense(2, name="code")', "layers.Dense(2), layers.LeakyReLU()")]
