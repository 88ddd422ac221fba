"""The seed is ignored."""

CAUGHT_BY = ("test_noise_follows_the_seed",)
CODE = "seed-ignored"

def add_noise(images, factor=0.2, seed=None):
    noise = np.random.standard_normal(images.shape)
    return np.clip(images + factor * noise, 0, 1)
