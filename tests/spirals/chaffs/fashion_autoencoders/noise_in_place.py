"""The given images are changed."""

CAUGHT_BY = ("test_noise_follows_the_seed",)
CODE = "changed-in-place"

def add_noise(images, factor=0.2, seed=None):
    noise = np.random.default_rng(seed).standard_normal(images.shape).astype('float32')
    images += factor * noise
    return np.clip(images, 0, 1, out=images)
