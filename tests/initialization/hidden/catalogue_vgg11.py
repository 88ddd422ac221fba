"""What can be wrong in Q6, the table of VGG-11: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

NO_TABLE = Problem(
    "no-table", "vgg11_table() does not return a list of rows (layer, shape, parameters)", "A missing return."
)
ROW_FORM = Problem(
    "wrong-row", "Row {row} of the table does not have the form (layer, shape, parameters)", "A tuple of three."
)
ROWS_MISSING = Problem(
    "rows-missing",
    "{missing} rows are missing or out of place, among them {names}",
    "Activations and poolings have rows as well.",
)
ROWS_TOO_MANY = Problem("too-many-rows", "The table has {many} rows too many", "Flattening and dropout have no rows.")

_ROWS = "In {wrong} of {total} rows, {quantity} is wrong"
_WHICH = ". Look at {rows}"
WRONG_SHAPES = Problem("wrong-output-shapes", _ROWS + _WHICH, "Padding, stride, pooling.")
WRONG_COUNTS = Problem("wrong-parameter-counts", _ROWS + _WHICH, "Kernel sizes, channels, biases.")
CHANNELS_FIRST = Mistake(
    "channels-first",
    _ROWS + ": the channels come first instead of last" + _WHICH,
    "The sheet's table has (height, width, channels).",
)
NO_PADDING = Mistake(
    "no-padding",
    _ROWS + ": the convolutions shrink the image, as if they had no padding" + _WHICH,
    "3×3 with a padding of 1 keeps height and width.",
)
NO_POOLING = Mistake(
    "no-pooling", _ROWS + ": the poolings do not halve height and width" + _WHICH, "2×2 with a stride of 2 halves."
)
POOLING_STRIDE_1 = Mistake(
    "pooling-stride-1", _ROWS + ": the poolings have stride 1 instead of 2" + _WHICH, "2×2 with a stride of 2 halves."
)
CONVOLUTIONS_HALVE = Mistake(
    "convolutions-halve", _ROWS + ": the convolutions halve height and width" + _WHICH, "Their stride is 1."
)
CHANNELS_AND_FILTERS = Mistake(
    "channels-and-filters-mixed-up",
    _ROWS + ": the number of channels and the number of filters are mixed up" + _WHICH,
    "A convolution has as many output channels as filters.",
)
BIASES_LEFT_OUT = Mistake(
    "biases-not-counted", _ROWS + ": the biases are not counted" + _WHICH, "One bias for each filter or unit."
)
INPUT_CHANNELS_FORGOTTEN = Mistake(
    "input-channels-forgotten",
    _ROWS + ": the input channels are forgotten" + _WHICH,
    "A filter has 3·3·(input channels) weights.",
)
BIAS_FOR_EACH_PLANE = Mistake(
    "bias-for-each-plane",
    _ROWS + ": there is one bias for each weight plane instead of one for each filter" + _WHICH,
    "The planes of a filter are added up, then one bias is added.",
)
BIAS_FOR_EACH_LAYER = Mistake(
    "bias-for-each-layer",
    _ROWS + ": there is one bias for each layer instead of one for each filter" + _WHICH,
    "Every filter has its own bias.",
)
FIRST_FC_INPUTS = Mistake(
    "flattened-size-forgotten",
    _ROWS + ": the first fully connected layer has 7·7·512 inputs, not 512" + _WHICH,
    "Flattening keeps all places of the image.",
)
FIRST_FC_BEFORE_POOLING = Mistake(
    "last-pooling-forgotten",
    _ROWS + ": the first fully connected layer has 7·7·512 inputs, because a pooling comes before it" + _WHICH,
    "14·14·512 is the size before the last pooling.",
)
NOTHING_TO_LEARN = Mistake(
    "layers-without-parameters",
    _ROWS + ": these layers have no parameters" + _WHICH,
    "Pooling and activations have nothing to learn.",
)
NO_PARAMETERS_AT_ALL = Problem(
    "no-parameters-at-all", "No row of the table has any parameters", "The third column was never filled."
)
TOTAL_WITHOUT_BIASES = Mistake("biases-not-counted", "the biases are not counted", "One bias for each filter or unit.")
ONLY_FULLY_CONNECTED = Mistake(
    "only-fully-connected-counted", "only the fully connected layers are counted", "Two parts have to be added."
)
ONLY_CONVOLUTIONS = Mistake(
    "only-convolutions-counted", "only the convolutions are counted", "Two parts have to be added."
)
TOTAL_FIRST_FC_INPUTS = Mistake(
    "flattened-size-forgotten",
    "the first fully connected layer has 7·7·512 inputs, not 512",
    "Flattening keeps all places of the image.",
)
FRACTION = Mistake("fraction", "it is a fraction of 1. Give it in per cent", "A factor 100.")
SHARE_OF_CONVOLUTIONS = Mistake(
    "share-of-convolutions", "it is the share of the convolutions", "100 minus the right value."
)
SHARE_OF_LAYERS = Mistake(
    "share-of-layers", "it is the share of the layers, not of their parameters", "3 of 11 layers."
)
WRONG_PERCENTAGE = Problem("wrong-percentage", "{quantity} is wrong", "No known mistake leads to this number.")
