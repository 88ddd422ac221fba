"""The noise is uniform."""

CAUGHT_BY = ("test_noise_is_normal_and_clipped",)
CODE = "uniform-instead-of-normal"

def add_noise(images, factor=0.2, seed=None):
    noise = np.random.default_rng(seed).uniform(-1, 1, images.shape)
    return np.clip(images + factor * noise, 0, 1)
