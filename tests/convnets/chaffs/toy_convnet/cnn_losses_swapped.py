"""Training and test loss are swapped."""

CAUGHT_BY = ("test_losses_are_mean_squared_errors",)
CODE = "measured-on-other-split"
BASE = "_training"
REPLACE = [("return model, training_loss, test_loss", "return model, test_loss, training_loss")]
