"""The noise is clipped to [0, 1] instead of the sum."""

CAUGHT_BY = ("test_noise_is_normal_and_clipped",)
CODE = "noise-clipped"

def add_noise(images, factor=0.2, seed=None):
    noise = np.random.default_rng(seed).standard_normal(images.shape).astype('float32')
    return images + factor * np.clip(noise, 0, 1)
