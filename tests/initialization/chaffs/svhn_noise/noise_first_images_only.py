"""Only the first hundred images are looked at."""

CAUGHT_BY = ("test_accuracies_are_those_of_the_noisy_images",)
CODE = "wrong-accuracy-under-noise"


def noise_accuracies(model, images, labels, seed):
    return {a: (predict_svhn(model, add_noise(images, a, seed)[:100]).argmax(1) == labels[:100]).float().mean().item() for a in (0.05, 0.01, 0.005)}
