"""Per cent instead of fractions."""

CAUGHT_BY = ("test_accuracies_are_those_of_the_noisy_images",)
CODE = "accuracies-in-per-cent"


def noise_accuracies(model, images, labels, seed):
    return {a: 100 * (predict_svhn(model, add_noise(images, a, seed)).argmax(1) == labels).float().mean().item() for a in (0.05, 0.01, 0.005)}
