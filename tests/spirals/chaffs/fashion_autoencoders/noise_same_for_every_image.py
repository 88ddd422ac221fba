"""One noise image for all images."""

CAUGHT_BY = ("test_noise_is_normal_and_clipped", "test_noise_follows_the_seed")
CODE = "same-noise"

def add_noise(images, factor=0.2, seed=None):
    noise = np.random.default_rng(seed).standard_normal(images.shape[1:])
    return np.clip(images + factor * noise, 0, 1)
