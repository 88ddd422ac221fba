"""The factor is 0.2 whatever is asked for."""

CAUGHT_BY = ("test_noise_is_normal_and_clipped",)
CODE = "factor-fixed"

def add_noise(images, factor=0.2, seed=None):
    noise = np.random.default_rng(seed).standard_normal(images.shape).astype('float32')
    return np.clip(images + 0.2 * noise, 0, 1)
