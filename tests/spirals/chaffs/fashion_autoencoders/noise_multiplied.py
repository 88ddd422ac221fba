"""The noise multiplies the image."""

CAUGHT_BY = ("test_noise_is_normal_and_clipped",)
CODE = "not-normal"

def add_noise(images, factor=0.2, seed=None):
    noise = np.random.default_rng(seed).standard_normal(images.shape).astype('float32')
    return np.clip(images * (1 + factor * noise), 0, 1)
