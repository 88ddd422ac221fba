"""What can be wrong in the networks of Problems 4 to 6: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

NOT_HANDED_IN = Problem(
    "not-handed-in", "{file} was not handed in. The script that trains the network writes it", "The script was not run."
)
OTHER_DATA = Problem("trained-on-other-data", "{note}", "Their machine found no real data and used the stand-in.")
UNREADABLE_OUTPUT = Problem(
    "output-unreadable", "The network returned no tensor that can be read", "A tuple, None, or a list of lists."
)
EXPLAINS_TOO_LITTLE = Problem(
    "explains-too-little",
    "The reconstructions by {file} explain {percent:.1f} % of the test images' variance. Marks begin at "
    "{needed:.0f} %.{note}",
    "Too few epochs, a code that died, or weights of another run.",
)
EXPLAINS_NOTHING = Mistake(
    "no-better-than-one-picture",
    "The reconstructions by {file} explain {percent:.1f} % of the test images' variance. Marks begin at "
    "{needed:.0f} %. That is no better than giving the same picture every time. Check that the file holds the weights "
    "after training.{note}",
    "Weights from before the training, or a code that died.",
)
EXPLAINS_ENOUGH_TO_PASS = Problem(
    "explains-less-than-full",
    "The reconstructions by {file} explain {percent:.1f} % of the test images' variance. Full marks begin at "
    "{needed:.0f} %.{note}",
    "Partial marks; more epochs help.",
)

LAYER_MISSING = Problem(
    "layer-missing", "{layer} is missing: the network has only {count} layers", "Compare with the sheet's table."
)
OTHER_KIND_OF_LAYER = Problem("other-kind-of-layer", "{layer} is a {kind} layer", "Compare with the sheet's table.")
OTHER_INPUT_SHAPE = Problem(
    "other-input-shape", "{layer} takes {found}, but the sheet asks for {expected}", "Channels, pooling, flattening."
)
POOLING_MISSING = Mistake(
    "pooling-missing",
    "{layer} takes {found}, but the sheet asks for {expected}: the pooling before it is missing",
    "Every convolution of the encoder is followed by a pooling.",
)
UPSAMPLING_MISSING = Mistake(
    "upsampling-missing",
    "{layer} takes {found}, but the sheet asks for {expected}: the upsampling before it is missing, or there is one "
    "pooling too many",
    "The decoder mirrors the encoder.",
)
OTHER_OUTPUT_SHAPE = Problem(
    "other-output-shape", "{layer} gives {found}, but the sheet asks for {expected}", "Channels, stride, padding."
)
PADDING_MISSING = Mistake(
    "padding-missing",
    "{layer} gives {found}, but the sheet asks for {expected}. A kernel of 3 needs a padding of 1",
    "padding=1 or padding='same'.",
)
NO_LAYER_BIAS = Mistake(
    "no-bias", "{layer} has {found} parameters instead of {expected}: it has no bias", "bias=False was set."
)
OTHER_PARAMETERS = Problem(
    "other-layer-parameters",
    "{layer} has {found} parameters instead of {expected}. Check the size of its kernel",
    "A kernel of 5 instead of 3.",
)
MORE_LAYERS = Problem(
    "more-layers",
    "the network has {extra} more convolution or linear layers than the hand-out's",
    "Layers of an earlier attempt.",
)

OTHER_COMPUTATION = Problem(
    "other-computation",
    "{quantity} {differs} from what the hand-out's architecture computes",
    "No known mistake leads to these numbers; look at forward().",
)
IMAGE_CHANGED = Mistake("image-changed", "the image does not enter as it is", "It is scaled or flattened otherwise.")
RELU_MISSING = Mistake("relu-missing", "the ReLU after {layer} is missing", "Compare with the sheet's table.")
AVERAGE_POOLING = Mistake(
    "average-pooling", "average pooling is used instead of max pooling", "nn.AvgPool2d for nn.MaxPool2d."
)
RELU_ON_CODE = Mistake("relu-on-code", "a ReLU is applied to the code", "The code may be negative.")
RELU_BEFORE_UPSAMPLING_MISSING = Mistake(
    "relu-before-upsampling-missing", "the ReLU before the upsampling is missing", "Compare with the sheet's table."
)
OTHER_UPSAMPLING = Mistake(
    "other-upsampling",
    "{quantity} was not upsampled by nearest neighbours",
    "mode='bilinear', or a transposed convolution.",
)
NO_SIGMOID = Mistake("final-sigmoid-missing", "the sigmoid at the end is missing", "Pixels lie between 0 and 1.")
RELU_AT_END = Mistake("relu-at-the-end", "there is a ReLU at the end instead of a sigmoid", "Pixels lie in [0, 1].")
TANH_AT_END = Mistake("tanh-at-the-end", "there is a tanh at the end instead of a sigmoid", "Pixels lie in [0, 1].")

IMAGES_CHANGED = Mistake(
    "changed-in-place", "{function} changes the images that it is given. Work on a copy", "In-place operators."
)
NO_OPTIMISER = Problem(
    "no-optimiser", "{function} never takes a step with an optimiser of torch.optim", "optimizer.step() is missing."
)
OTHER_OPTIMISER = Mistake("other-optimiser", "{function} uses {name} instead of Adam", "The sheet asks for Adam.")
OTHER_LEARNING_RATE = Mistake(
    "other-learning-rate", "The learning rate of Adam is not 0.001", "The sheet fixes the rate."
)
NOT_TRAINED = Problem(
    "parameters-not-trained",
    "Training leaves some parameters as they were ({names}). Give all parameters to the optimiser",
    "The optimiser has the parameters of another model, or only a part of them.",
)
IMAGES_LEFT_OUT = Problem(
    "images-left-out",
    "{function} leaves out some of the images. Train on every image once in each epoch",
    "A break, a slice, or too few epochs.",
)
TOO_MANY_EPOCHS = Problem(
    "too-many-epochs", "{function} trains on the images more often than once in each epoch", "Nested loops over epochs."
)
NO_GRADIENT = Problem("no-gradient", "train_cae never computes a gradient", "loss.backward() is missing.")
NOISY_TARGETS = Mistake(
    "noisy-targets",
    "The targets of the training are the noisy images. Compare with the clean images",
    "loss(output, noisy) instead of loss(output, images).",
)
OTHER_TARGETS = Problem(
    "other-targets",
    "The targets of the training are not the images that were given",
    "Images in another order, or with other noise.",
)

HAS_CONVOLUTION = Problem(
    "has-convolution", "The network has a convolution. Use linear layers only", "The network of Problem 6."
)
NO_CODE_OF_TWO = Problem("no-code-of-two", "No layer gives a code of two numbers", "Another code size.")
OTHER_DEPTH = Problem(
    "other-depth",
    "{down} linear layers lead to the code and {up} back; each way needs four",
    "Count the linear layers, not the activations.",
)
OTHER_SIZE = Problem(
    "other-size", "The network does not lead from 784 pixels to 784 pixels", "First or last layer of another size."
)
RELU_ON_THE_WAY = Mistake(
    "relu-on-code",
    "A ReLU is applied to the code. Give the decoder what the encoder's last layer gives",
    "The code may be negative.",
)
SOMETHING_ON_CODE = Problem(
    "something-on-code",
    "Something is applied to the code. Give the decoder what the encoder's last layer gives",
    "Tanh, a sigmoid, or a normalisation.",
)
TOO_FEW_LAYERS = Problem("too-few-layers", "the network has only {count} linear layers", "Eight are asked for.")
NO_ACTIVATION = Mistake(
    "no-activation",
    "There is no activation between linear layers {first} and {second}",
    "Two linear layers in a row are one.",
)
TRAINING_MODE = Mistake(
    "predicts-in-training-mode",
    "The same images give other results the second time. Call model.eval() first",
    "Dropout is still active.",
)
TRAINING_MODE_BATCH = Mistake(
    "predicts-in-training-mode",
    "The results for an image depend on the other images in the batch. Call model.eval() first",
    "Batch normalisation still uses the batch.",
)
BELOW_PCA = Problem(
    "below-pca",
    "Two principal components explain more of the test images than {file}.{note}",
    "Hardly trained, or reconstructions on another scale than [0, 1].",
)

NO_FINAL_CONVOLUTION = Problem(
    "other-last-layer",
    "The last layer is not a convolution that gives one channel of 28 × 28",
    "Compare with the sheet's table.",
)
NO_SKIP_CONNECTION = Problem(
    "no-skip-connection",
    "The reconstruction depends on the code alone: there is no skip connection",
    "The features are stored and never used.",
)
LEVEL_NOT_CONNECTED = Problem(
    "level-not-connected",
    "The output of the {level} pooling layer does not reach the decoder",
    "Only one of the two levels is connected.",
)
IMAGE_SKIPPED = Mistake(
    "image-skipped",
    "The image itself reaches the decoder. Connect the pooling layers only",
    "x was concatenated, not the features.",
)
NO_BETTER_THAN_WITHOUT = Problem(
    "no-better-than-without-skips",
    "The error of {file} is not below that of mnist_cae.pt.{note}",
    "The weights of the network without skip connections, or too few epochs.",
)
