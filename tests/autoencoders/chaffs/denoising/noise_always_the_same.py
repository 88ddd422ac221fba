"""The seed is 0 unless another is given."""

CAUGHT_BY = ("test_every_pixel_has_its_own_noise",)
CODE = "always-the-same-noise"
BASE = "_noise"
REPLACE = [("torch.seed() if seed is None else seed", "seed or 0")]
