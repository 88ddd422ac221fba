"""Added to the given images themselves."""

CAUGHT_BY = ("test_every_pixel_has_its_own_noise",)
CODE = "changed-in-place"
BASE = "_noise"
REPLACE = [("return images + 0.3 * noise", "return images.add_(0.3 * noise)")]
