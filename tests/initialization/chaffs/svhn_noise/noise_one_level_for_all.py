"""The loop variable is not used: the same a three times."""

CAUGHT_BY = ("test_noise_comes_before_normalisation",)
CODE = "noise-of-other-size"


def noise_accuracies(model, images, labels, seed):
    return {a: (predict_svhn(model, add_noise(images, 0.01, seed)).argmax(1) == labels).float().mean().item() for a in (0.05, 0.01, 0.005)}
