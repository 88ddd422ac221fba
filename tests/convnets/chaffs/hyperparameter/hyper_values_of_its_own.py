"""The argument values is not used."""

CAUGHT_BY = ("test_values_are_trained_with",)
CODE = "values-not-used"
REPLACE = [("for value in values:", "for value in choose_hyperparameter()[1][1:4]:")]
