"""What can be wrong in the trained networks (T2 and T3): sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

PARAMETERS_NOT_TRAINED = Mistake(
    "parameters-not-trained",
    "The training leaves parameters as they were ({names}). Give all of the model's parameters to the optimiser",
    "An optimiser of another model, of one layer, a rate of 0, or no step at all.",
)
NO_LIST_OF_LOSSES = Problem(
    "no-list-of-losses",
    "{function} returns a {found}. Return a list with one loss per epoch",
    "The last loss was returned.",
)
LABELS_INSTEAD_OF_SCORES = Mistake(
    "labels-instead-of-scores",
    "{function} returns one number per image. Return the ten scores of each image",
    "argmax inside of predict.",
)
ONE_CLASS_ONLY = Mistake(
    "one-class-only", "Every image is given the same class", "A network that is not trained, or scores without images."
)
ACCURACY_OF_GUESSING = Mistake(
    "accuracy-of-guessing",
    "The accuracy is no better than guessing. Make sure that these are the weights after the training, and that "
    "predicting normalises the images as the training does",
    "Weights saved before the training, or another normalisation.",
)
LOW_ACCURACY = Problem(
    "low-accuracy",
    "Make sure that predicting normalises the images as the training does",
    "Another normalisation, or too short a training.",
)
TRAINED_AGAIN = Problem(
    "trained-again",
    "{file} was not handed in, so {train} trained the network here, for {epochs} epochs on {images:,} images",
    "The upload lacks the file; nothing is wrong with the code for it.",
)
OTHER_DATA = Problem("other-data", "{note}", "The file was made with the stand-in for the data.")
REPORT_IN_PER_CENT = Mistake(
    "report-in-per-cent", "{quantity} is given in per cent. Save the fraction", "A factor 100."
)
REPORT_DISAGREES = Problem(
    "report-disagrees",
    "{quantity} ({claimed:.4g}) is not what the weights in the file reach",
    "Measured on other images, before the weights were saved, or with dropout.",
)
NOT_TRAINED = Problem(
    "not-trained",
    "{file}: {percent:.1f} % of the test images are classified correctly. Make sure that these are the weights after "
    "the training",
    "Weights saved before the training.",
)
COPY_OF_FIRST = Mistake(
    "copy-of-first-weights", "{second} holds the same weights as {first}", "The file was copied or saved twice."
)

HAS_CONVOLUTION = Problem(
    "convolution",
    "The network has a convolution, but a multilayer perceptron has fully connected layers only",
    "The network of T3 was used.",
)
NO_HIDDEN_LAYER = Problem(
    "no-hidden-layer",
    "The network has no hidden layer, but a multilayer perceptron has at least one",
    "Softmax regression.",
)
NO_CONVOLUTION = Problem("no-convolution", "The network has no convolution", "The network of T2 was used.")

NO_LINEAR_LAYER = Problem(
    "no-linear-layer", "The network has no nn.Linear layer to initialise", "Layers of another kind, written by hand."
)
WEIGHTS_KEPT = Mistake(
    "weights-kept",
    "The linear layers of the given model keep their weights. Change them in place",
    "A new model was initialised, or nothing at all.",
)
SOME_WEIGHTS_KEPT = Mistake(
    "some-weights-kept",
    "Some of the {total} linear layers keep their weights: number {layers}",
    "Loop over model.modules().",
)
LARGEST_LAYER_KEPT = Mistake(
    "largest-layer-kept", "The largest layer keeps the weights that it starts from", "Loop over model.modules()."
)
SCHEME_NOT_TEXT = Problem(
    "scheme-not-text", '"scheme" is not the name of a function of torch.nn.init as text', "The function was returned."
)
UNKNOWN_SCHEME = Problem(
    "unknown-scheme", '"scheme" is {scheme}, but torch.nn.init has no such function', "A scheme described in words."
)
WRONG_KEYWORDS = Problem(
    "wrong-keywords",
    "torch.nn.init.{scheme} refuses the keywords that reinitialise returns: {error}",
    "Keywords of another function.",
)
SCHEME_AND_WEIGHTS_DISAGREE = Problem(
    "scheme-and-weights-disagree",
    "The weights of linear layer {layer} are not what torch.nn.init.{scheme} gives with these keywords{spread}",
    "The keywords (gain, std, mode) are not those that were used, or another scheme is named.",
)
SAME_SCHEME = Mistake(
    "same-scheme-as-before",
    "A new model starts from this very scheme. Choose another one",
    "nn.Linear starts from kaiming_uniform_ with a = √5.",
)
SEED_IGNORED = Mistake(
    "seed-ignored",
    "The same seed gives different {quantity}. Use the seed for the draw",
    "A generator elsewhere, or the seed is never set.",
)
SEED_FIXED = Mistake(
    "seed-fixed", "Two different seeds give the same {quantity}. Use the seed for the draw", "A fixed seed inside."
)

BIASES_NOT_COUNTED = Mistake("biases-not-counted", "the biases are not counted", "One bias for each filter or unit.")
ONLY_CONVOLUTIONS_COUNTED = Mistake(
    "only-convolutions-counted", "only the convolutions are counted", "Linear layers and batch norm have parameters."
)
BUFFERS_COUNTED = Mistake(
    "buffers-counted",
    "the running averages of batch normalisation are counted, but they are not parameters",
    "state_dict() holds buffers, parameters() does not.",
)
TENSORS_COUNTED = Mistake(
    "tensors-counted", "the number of tensors is counted instead of the numbers in them", "len() for numel()."
)

A_AS_VARIANCE = Mistake("a-used-as-variance", "{quantity} have the variance a. Use a as the std", "A root too many.")
A_SQUARED = Mistake("a-squared", "{quantity} have the std a². Use a as the std", "A square too many.")
A_NOT_USED = Mistake("a-not-used", "{quantity} have the std 1. Multiply the noise by a", "a is never used.")
NOISE_CLIPPED = Mistake(
    "noise-clipped",
    "No pixel goes {side}. Do not clip the noisy images, and use noise of both signs",
    "np.clip or clamp; rand for randn.",
)
SAME_NOISE_FOR_IMAGES = Mistake(
    "same-noise-for-images", "All images of a batch get the same noise", "The shape of one image was used."
)
SAME_NOISE_FOR_CHANNELS = Mistake(
    "same-noise-for-channels", "All channels of an image get the same noise", "The shape of one channel was used."
)
IMAGES_LEFT_OUT = Problem(
    "images-left-out",
    "noise_accuracies does not pass all images through predict_svhn for each a",
    "A slice stayed in, or another function predicts.",
)
NOISE_AFTER_NORMALISATION = Mistake(
    "noise-after-normalisation",
    "For a = {a}, the noise is added after normalisation. Add it to the image, and normalise then",
    "predict_svhn normalises already.",
)
OTHER_NOISE = Problem(
    "noise-of-other-size",
    "For a = {a}, the network does not receive the images with that noise: the noise has the wrong size",
    "The loop's variable is not used, or noise is added to noisy images.",
)
ACCURACIES_IN_PER_CENT = Mistake(
    "accuracies-in-per-cent", "The accuracies are in per cent. Return fractions", "A factor 100."
)
WRONG_NOISE_ACCURACY = Problem(
    "wrong-accuracy-under-noise",
    "The accuracy for a = {a} is not that of the noisy images",
    "Only the last batch or the first images count, or the noise is missing.",
)

IMAGES_UNCHANGED = Mistake(
    "images-unchanged", "{unchanged} of {total} images come back unchanged", "The change is not returned, or too rare."
)
ALL_UNCHANGED = Mistake("images-unchanged", "The images come back unchanged", "The change is not returned.")
RANGE_LEFT = Mistake(
    "range-left", "Augmented images leave the range [0, 1]", "Normalised as well, or noise without a clip."
)
SAME_CHANGE_FOR_IMAGES = Mistake(
    "same-change-for-images",
    "All images of a batch are changed in the same way. Draw anew for each image",
    "torchvision's transforms draw once for a batch.",
)
MIRRORED = Mistake(
    "mirrored", "Images are {how}. After that, a digit is no digit or another digit", "RandomHorizontalFlip was copied."
)
TOO_STRONG = Mistake(
    "change-too-strong",
    "The augmented images have little in common with the given ones. Use a weaker change",
    "Strong noise, large turns or large shifts.",
)
AUGMENT_NEVER_CALLED = Mistake(
    "augment-never-called", "train_svhn never calls the augment that it is given", "The argument is never used."
)
AUGMENT_RESULT_NOT_USED = Mistake(
    "augment-result-not-used",
    "The network is trained on images that augment did not return",
    "The result is thrown away, or the change comes after the batch was taken.",
)
AUGMENTED_AFTER_NORMALISING = Mistake(
    "augmented-after-normalising",
    "augment is given images outside [0, 1]. Normalise after it, not before",
    "The order of two lines.",
)
AUGMENTED_ONCE = Mistake(
    "augmented-once",
    "The images are augmented once. Augment them anew in each epoch",
    "The training set is augmented before the loop.",
)
SAME_SEED_FOR_BATCHES = Mistake(
    "same-seed-for-batches",
    "augment is given the same seed every time. Give every batch another seed",
    "augment(batch, seed) with the seed of the training.",
)
