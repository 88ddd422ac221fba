"""One picture of noise for the whole batch."""

CAUGHT_BY = ("test_every_pixel_has_its_own_noise",)
CODE = "same-noise"
BASE = "_noise"
REPLACE = [("images.shape", "images.shape[1:]")]
