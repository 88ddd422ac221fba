"""The noise is uniform on [0, 1): it only brightens."""

CAUGHT_BY = ("test_noise_is_normal_and_clipped",)


def add_noise(images, factor=0.2, seed=None):
    noise = np.random.default_rng(seed).random(images.shape)
    return np.clip(images + factor * noise, 0, 1)
