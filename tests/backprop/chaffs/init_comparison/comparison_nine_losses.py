"""One epoch is missing."""

CAUGHT_BY = ("test_ten_losses_for_each_scheme",)
CODE = "wrong-shape"
REPLACE = [("epochs=epochs", "epochs=epochs - 1")]
