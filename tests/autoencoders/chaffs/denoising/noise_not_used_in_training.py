"""noisy is never looked at."""

CAUGHT_BY = ("test_training_is_on_noisy_images",)
CODE = "no-noise-in-training"
BASE = "_training"
REPLACE = [("x = corrupt(images[rows])", "x = images[rows]")]
