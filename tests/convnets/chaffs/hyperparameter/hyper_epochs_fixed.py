"""Always three epochs."""

CAUGHT_BY = ("test_one_history_per_value",)
CODE = "other-number-of-epochs"
REPLACE = [("epochs=epochs", "epochs=3")]
