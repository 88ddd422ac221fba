"""What can be wrong in Problem 6.3, denoising: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

NOISE_FORM = Problem(
    "noise-unreadable", 'NOISE does not have the form ("std", 0.3) or ("variance", 0.3)', "A number alone, or words."
)
NOISE_NAME = Problem(
    "noise-unreadable", 'NOISE names {name}. Write "std" or "variance"', "Another word for one of the two."
)
OTHER_NOISE_NUMBER = Problem("other-noise-number", "The number in NOISE is not 0.3", "The sheet fixes 0.3.")
NOISE_CLIPPED = Mistake(
    "noise-clipped",
    "The noisy images are clipped to [0, 1]. Leave the noise as it is drawn",
    "torch.clamp in corrupt.",
)
NOISE_AS_VARIANCE = Mistake(
    "used-as-variance",
    "{quantity} are not distributed as declared: 0.3 is used as the variance, but NOISE says standard deviation",
    "Both readings are allowed, but NOISE must name the one that is used.",
)
NOISE_AS_STD = Mistake(
    "used-as-std",
    "{quantity} are not distributed as declared: 0.3 is used as the standard deviation, but NOISE says variance",
    "Both readings are allowed, but NOISE must name the one that is used.",
)
NOISE_SQUARED = Mistake(
    "noise-squared", "{quantity} are not distributed as declared: the number is squared", "Std and variance."
)
NOISE_NOT_SCALED = Mistake(
    "noise-not-scaled",
    "{quantity} are not distributed as declared: the noise is not multiplied by anything",
    "torch.randn has standard deviation 1.",
)
SAME_NOISE = Mistake(
    "same-noise",
    "All images of a batch get the same noise. Draw a number for every pixel of every image",
    "The shape of one image was used.",
)
SEED_IGNORED = Mistake(
    "seed-ignored", "The same seed gives different noise. Use the seed for the draw", "A generator elsewhere."
)
SEED_FIXED = Mistake(
    "seed-fixed", "Two different seeds give the same noise. Use the seed for the draw", "A fixed seed inside."
)
ALWAYS_SAME_NOISE = Mistake(
    "always-the-same-noise",
    "Without a seed, two calls give the same noise. Draw anew in every call",
    "A fixed seed as the default.",
)
NO_NOISE_IN_TRAINING = Mistake(
    "no-noise-in-training",
    "With noisy=True the network is trained on clean images: nothing is corrupted",
    "corrupt is not called, or its result is not used.",
)
OTHER_NOISE_IN_TRAINING = Problem(
    "other-noise-in-training",
    "The noise on the images of the training is not the noise that NOISE declares",
    "The noise is added twice, or drawn without corrupt.",
)
NO_BETTER_WITH_NOISE = Problem(
    "no-better-than-without-noise",
    "{trained} rebuilds noisy images no better than {other} does. Check that it was trained with noise.{note}",
    "The file of the training without noise was copied.",
)
