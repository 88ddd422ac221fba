"""The seed is always 0."""

CAUGHT_BY = ("test_noise_follows_the_seed",)
CODE = "seed-fixed"

def add_noise(images, factor=0.2, seed=None):
    noise = np.random.default_rng(0).standard_normal(images.shape)
    return np.clip(images + factor * noise, 0, 1)
