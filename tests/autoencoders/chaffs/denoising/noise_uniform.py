"""Uniform noise from rand."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "uniform-instead-of-normal"
BASE = "_noise"
REPLACE = [("torch.randn(images.shape, generator=generator)", "torch.rand(images.shape, generator=generator)")]
