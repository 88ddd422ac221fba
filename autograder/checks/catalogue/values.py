"""Is the answer a value of the right kind at all? What can be wrong with kinds, shapes and entries."""

from autograder.checks.outcome import Mistake, Problem

WRONG_KIND = Problem(
    "wrong-kind",
    "{quantity} {is} {found} where {expected} is expected{hint}",
    "Usually a missing return, or a print in its place.",
)
LIST_GIVEN = Problem(
    "list-given",
    "{quantity} {is} {found} of something else than numbers. Return a tensor or an array of numbers",
    "A list of words or of other objects where the sheet asks for numbers.",
)
RAGGED = Problem(
    "ragged",
    "{quantity} {is} {found} whose rows have different lengths. Return a tensor or an array",
    "The rows were built separately; ask for the intended shape.",
)
OBJECT_ARRAY = Problem(
    "object-array",
    "{quantity} {is} an array of objects (dtype {dtype}) where numbers are expected",
    "An array made from lists of different lengths, or from tensors.",
)
WRONG_CONTENT = Problem(
    "wrong-content",
    "{quantity} {holds} {found} where {expected} are expected",
    "Labels, words or masks instead of numbers.",
)
NOT_AN_ARRAY = Problem(
    "not-an-array", "{quantity} {is} a single number where an array is expected", "Averaged or summed over everything."
)
NOT_A_NUMBER = Problem(
    "not-a-number",
    "{quantity} {is} {found} where a single number is expected",
    "A mean or a sum over the batch is missing, or a tuple was returned.",
)
TOO_LONG_NUMBER = Problem(
    "too-long-number", "{quantity} {is} a whole number of more than 300 digits", "An overflow of a power."
)
NOT_FINITE = Problem(
    "not-finite",
    "{quantity} {is} {found}",
    "Overflow in exp, log of 0, or a division by 0: ask for the shifted softmax.",
)
NOT_FINITE_ENTRIES = Problem(
    "not-finite-entries",
    "{quantity} {holds} {found} of {total}",
    "Overflow in exp, log of 0, or a division by 0: ask for the shifted softmax.",
)
MISSING_KEYS = Problem(
    "missing-keys", "{quantity} {has} no {keys}{others}", "Names differ from those that the sheet gives."
)
WRONG_VALUE = Problem("wrong-value", "{quantity} {is} {found}, which is wrong", "No known mistake leads to this value.")
WRONG_LENGTH = Problem(
    "wrong-length", "{quantity} {has} {found} entries, which is too {size}", "One entry too many or too few."
)
CHANGED_IN_PLACE = Mistake(
    "changed-in-place",
    "{quantity} {is} changed in place ({changed} of {total} entries). Work on a copy",
    "Explain views and in-place operators (+=, *=).",
)
RESHAPED_IN_PLACE = Mistake(
    "changed-in-place",
    "{quantity} changed its shape to {found}. Work on a copy",
    "Explain views and in-place operators.",
)

WRONG_SHAPE = Problem(
    "wrong-shape",
    "{quantity} {has} shape {found}, expected {expected}: {about}",
    "A product or a sum over another axis.",
)
TRANSPOSED_SHAPE = Mistake(
    "transposed",
    "{quantity} {has} shape {found}, expected {expected}: {it} is transposed (rows and columns are swapped)",
    "Weights are (in, out) or (out, in): the sheet fixes which.",
)
AXES_ORDER_SHAPE = Mistake(
    "axes-in-wrong-order",
    "{quantity} {has} shape {found}, expected {expected}: its axes are in the wrong order",
    "Channels first or last, samples first or last.",
)
AXIS_TOO_MANY = Mistake(
    "axis-of-length-1-too-many",
    "{quantity} {has} shape {found}, expected {expected}: it has an axis of length 1 too many (axis {axis})",
    "keepdims, or an index such as x[0:1].",
)
AXIS_MISSING = Mistake(
    "axis-of-length-1-missing",
    "{quantity} {has} shape {found}, expected {expected}: an axis of length 1 is missing",
    "A sum without keepdims, or an index such as x[0].",
)
FLATTENED = Mistake(
    "flattened", "{quantity} {has} shape {found}, expected {expected}: it is flattened", "A reshape(-1) that stayed in."
)
