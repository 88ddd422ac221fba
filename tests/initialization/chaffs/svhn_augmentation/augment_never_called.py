"""The augmentation is defined and never used."""

CAUGHT_BY = ("test_training_uses_the_augmentation",)
CODE = "augment-never-called"
BASE = True
