"""The default factor is 0.5, as in the tutorial for digits."""

CAUGHT_BY = ("test_noise_is_normal_and_clipped",)
CODE = "wrong-default-factor"

def add_noise(images, factor=0.5, seed=None):
    noise = np.random.default_rng(seed).standard_normal(images.shape).astype('float32')
    return np.clip(images + factor * noise, 0, 1)
