"""The accuracy of the last batch is reported."""

CAUGHT_BY = ("test_accuracies_are_those_of_the_noisy_images",)
CODE = "wrong-accuracy-under-noise"


def noise_accuracies(model, images, labels, seed):
    found = {}
    for a in (0.05, 0.01, 0.005):
        for x, y in zip(add_noise(images, a, seed).split(64), labels.split(64)):
            found[a] = (predict_svhn(model, x).argmax(1) == y).float().mean().item()
    return found
