"""Input and target are the same noisy image."""

CAUGHT_BY = ("test_training_compares_with_clean_images",)
CODE = "noisy-targets"
BASE = "_training"
REPLACE = [("loss = F.mse_loss(model(x), images[rows])", "loss = F.mse_loss(model(x), x)")]
