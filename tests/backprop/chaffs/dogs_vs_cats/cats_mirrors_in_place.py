"""The augmentation mirrors the given images in place."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "images-changed-in-place"
BASE = "_training"
REPLACE = [("torch.manual_seed(seed)", "torch.manual_seed(seed)\n    images[::2] = images[::2].flip(3)")]
