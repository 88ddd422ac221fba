"""What can be wrong in Problems 2 and 3, the networks in torch: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

# Networks that were handed in
WEIGHTS_MISSING = Problem(
    "weights-missing",
    "{file} was not handed in. Put the file that the notebook writes beside the notebook",
    "The cell that writes it was not run, or the upload lacks the file.",
)
TRAINED_ON_STAND_IN = Problem(
    "trained-on-stand-in",
    "{file} says that its network was trained on the stand-in; the images here are the real ones",
    "Train again where the real data are.",
)
NO_PROBABILITY = Problem(
    "no-probability",
    "{quantity} holds a number below 0 or above 1 for an image, which is no probability. Apply the sigmoid, or return "
    "both scores",
    "A score of one output without its sigmoid.",
)
LABELS_FOR_SCORES = Mistake(
    "labels-instead-of-scores",
    "{quantity} is one number per image. Return the ten scores of each image",
    "argmax is applied already.",
)
SAME_CLASS = Mistake("same-class-for-every-image", "Every image gets the same class", "Untrained, or it diverged.")
FAR_BELOW_PASS_MARK = Problem(
    "far-below-pass-mark",
    "Check that the file holds the weights after training, and that predicting normalises the images as training did",
    "Weights of a new network, or images scaled twice or not at all.",
)

# Brief trainings
NOTHING_TRAINED = Problem(
    "no-parameter-trained",
    "Training leaves all parameters as they were ({names}). Does the optimiser hold the parameters of this very model?",
    "optimizer.step() is missing, or the optimiser was made for another model.",
)
PART_NOT_TRAINED = Problem(
    "part-not-trained",
    "Training leaves some parameters as they were ({names})",
    "The optimiser was given some layers only.",
)
LOSSES_NO_LIST = Problem(
    "losses-no-list", "{function} returns a {found}. Return a list with one loss per epoch", "The last loss, or a dict."
)
AFTER_EPOCH = Problem(
    "after-epoch-calls",
    "{function} should call after_epoch(model) once per epoch; the number of calls was {calls}",
    "It is called at the end, or never.",
)
IMAGES_CHANGED = Mistake(
    "images-changed-in-place",
    "{function} changes the images that it is given. Work on a copy",
    "In-place operators (-=, /=, mul_) on the argument.",
)

# P2: the convolutional network
NO_CONVOLUTION = Problem(
    "no-convolution",
    "The network has no convolution: none of its parameters is a stack of filters",
    "A perceptron under another name.",
)
OTHER_SIZE = Problem(
    "other-size",
    "The network has {ratio:.3g} times as many parameters as the perceptron. The sheet asks for 0.9 to 1.1 times",
    "Most parameters are in the first linear layer after the convolutions.",
)
ERRORS_OF_STAND_IN = Problem(
    "errors-of-stand-in",
    "{file} says that its network was trained on the stand-in; the images here are the real ones, so its errors cannot "
    "be compared",
    "Train again where the real data are.",
)
ERRORS_MISSING = Problem("errors-missing", "The report in cnn.pt has no {errors}", "save_checkpoint got no report.")
NOT_TEN_ERRORS = Problem(
    "not-ten-errors",
    "{quantity} holds {found} numbers. Save one for each of the ten epochs",
    "The epochs of the search, or only the last error.",
)
IN_PER_CENT = Mistake("in-per-cent", "{quantity} holds numbers in per cent. Save fractions of 1", "A factor 100.")
ACCURACIES = Mistake(
    "accuracies-instead-of-errors", "{quantity} holds accuracies. The error is 1 − accuracy", "== for !=."
)
REPORT_UNLIKE_WEIGHTS = Problem(
    "report-unlike-weights",
    "The last entry of {quantity} is not the error of the weights in the file",
    "Measured in training mode, on the last batch, or with weights of another epoch.",
)
VALIDATION_TRAINED_ON = Problem(
    "validation-images-trained-on",
    "The validation images are classified as well as the training images, far better than the test images, so the "
    "network was trained on them too. Train on the training part of split_mnist only",
    "A suspicion from the errors (see the test); talk to the student.",
)
NO_FRACTION = Problem(
    "no-fraction",
    "mlp_valid_accuracy is not a fraction between 0 and 1",
    "Per cent instead of a fraction.",
)
NOT_BETTER = Problem(
    "not-better-than-perceptron",
    "The convolutional network is not better than the perceptron",
    "Too few epochs, or a rate that is too large.",
)

# P3: pictures
COLOURS_LAST = Mistake(
    "colours-last",
    "{quantity} has the colours in the last axis. Put them first: (N, 3, 64, 64)",
    "PIL and numpy have (height, width, colours).",
)
IMAGES_MISSING = Problem("images-missing", "Some images are missing in {quantity}", "Only one folder is read.")
TOO_MANY_IMAGES = Problem(
    "too-many-images",
    "{quantity} has too many images. Leave out files with other names",
    "The pattern *.jpg takes in more than the photographs.",
)
NOT_UINT8 = Problem(
    "not-uint8", "{quantity} holds {found}. Return uint8 as in the files (0 … 255)", "Scaled when read, not when used."
)
AXES_SWAPPED = Mistake("height-and-width-swapped", "In {quantity}, height and width are swapped", "Transposed once.")
COLOURS_BACKWARDS = Mistake(
    "colours-backwards",
    "In {quantity}, the colours are in the order blue, green, red. Make it red, green, blue",
    "OpenCV reads blue first.",
)
UPSIDE_DOWN = Mistake("rows-upside-down", "In {quantity}, the rows are upside down", "A flip of the first axis.")
RESHAPED = Mistake(
    "reshaped-instead-of-transposed",
    "In {quantity}, the axes were reshaped instead of transposed",
    "reshape keeps the order in memory; use transpose or permute.",
)
OTHER_PICTURE = Problem(
    "other-picture",
    "{quantity} lacks at least one picture as its file shows it",
    "Made grey, cut, or scaled.",
)
NO_PAIR = Problem("no-pair", "{function} does not return two things. Return {parts}", "One of both is missing.")
LABELS_SWAPPED = Mistake(
    "labels-swapped", "Cats get the label 1 and dogs 0. Give cats 0 and dogs 1", "The sheet fixes the labels."
)
LABELS_OF_OTHER_IMAGES = Problem(
    "labels-of-other-images",
    "The labels do not belong to their images (0 is a cat, 1 a dog)",
    "Images and labels are in different orders.",
)
IDS_ARE_TEXT = Problem(
    "ids-are-text", "The ids of read_test_images are text. Return whole numbers (12 for 12.jpg)", "int() is missing."
)
IDS_SORTED_AS_TEXT = Mistake(
    "ids-sorted-as-text",
    "The ids are sorted as text (1, 10, 2). Sort them as numbers",
    "sorted() of file names.",
)
IDS_NOT_OF_FILES = Problem("ids-not-of-files", "The ids are not the numbers in the file names", "Counted from 0.")
IDS_NOT_SORTED = Problem("ids-not-sorted", "The ids do not increase. Sort them as numbers", "In the folder's order.")
IMAGES_NOT_IN_ORDER = Problem(
    "images-in-other-order", "The images are not in the order of the ids", "Only the ids were sorted."
)

# P3: split and parameters
IN_BOTH_PARTS = Problem(
    "images-in-both-parts", "Some images are for training and for validation", "The training part is the whole set."
)
PARTS_ARE_NOT_ALL = Problem(
    "parts-are-not-all-images",
    "The two parts of split_cats are not all images, each once",
    "Labels in place of positions, or a rest that is lost.",
)
VALIDATION_SIZE = Problem(
    "validation-size",
    "{percent:.0f} % of the images are for validation. Choose between 5 and 40 %",
    "A tenth or a fifth is usual.",
)
SPLIT_NOT_SHUFFLED = Problem(
    "split-not-shuffled",
    "One part holds hardly any image of one of the animals. The images come sorted by class, so shuffle first",
    "A slice of the sorted images.",
)
SPLIT_NOT_REPEATABLE = Mistake(
    "split-not-repeatable",
    "Two calls of split_cats with the same seed differ. Shuffle with a generator made from the seed",
    "A generator without a seed.",
)
BIASES_NOT_COUNTED = Mistake("biases-not-counted", "the biases are not counted", "Sum over model.parameters().")
CONVOLUTIONS_ONLY = Mistake(
    "only-convolutions-counted", "only the convolutions are counted", "Sum over model.parameters()."
)
LINEAR_ONLY = Mistake(
    "only-linear-layers-counted", "only the linear layers are counted", "Sum over model.parameters()."
)
FIXED_COUNTED = Mistake(
    "fixed-parameters-counted",
    "parameters that are not trained are counted too",
    "Ask each parameter for requires_grad.",
)
BUFFERS_COUNTED = Mistake(
    "buffers-counted",
    "buffers and parameters that are not trained are counted too",
    "state_dict() holds more than parameters().",
)
TENSORS_COUNTED = Mistake(
    "tensors-counted", "the tensors are counted. Count the numbers in them", "len in place of numel."
)
