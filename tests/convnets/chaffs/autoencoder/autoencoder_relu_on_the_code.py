"""relu on the two numbers."""

CAUGHT_BY = ("test_nothing_on_the_code",)
CODE = "activation-on-the-code"
REPLACE = [('name="code"', 'activation="relu"')]
