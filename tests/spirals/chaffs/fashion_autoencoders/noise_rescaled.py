"""The sum is rescaled to [0, 1] where it leaves it, instead of clipped."""

CAUGHT_BY = ("test_noise_is_normal_and_clipped",)
CODE = "clipped-otherwise"

def add_noise(images, factor=0.2, seed=None):
    noise = np.random.default_rng(seed).standard_normal(images.shape).astype('float32')
    noisy = images + factor * noise
    if noisy.min() < 0 or noisy.max() > 1:
        noisy = (noisy - noisy.min()) / (noisy.max() - noisy.min())
    return noisy
