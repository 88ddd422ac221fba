"""The factor is used as the variance."""

CAUGHT_BY = ("test_noise_is_normal_and_clipped",)
CODE = "factor-as-variance"

def add_noise(images, factor=0.2, seed=None):
    noise = np.random.default_rng(seed).standard_normal(images.shape).astype('float32')
    return np.clip(images + np.sqrt(factor) * noise, 0, 1)
