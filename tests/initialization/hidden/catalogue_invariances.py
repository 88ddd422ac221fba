"""What can be wrong in Q5, the invariances: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

NO_WEIGHT_PAIR = Problem(
    "no-pair-of-weights", "{function} does not return the pair (W1, W2)", "A missing return, or one array only."
)
RESCALED_BY_DIVISION = Mistake(
    "incoming-divided", "the incoming weights are divided by alpha instead of multiplied", "The factors are exchanged."
)
EVERY_UNIT_RESCALED = Mistake(
    "every-unit-rescaled", "every unit is rescaled instead of one", "An index of W1 is missing."
)
INPUT_RESCALED = Mistake(
    "input-rescaled",
    "r and k are taken for a place of the input instead of a unit",
    "W1[unit row, unit column, base, place].",
)
NOTHING_CHANGED = Mistake("nothing-changed", "nothing is changed", "The given arrays are returned.")
OUTGOING_NOT_DIVIDED = Mistake(
    "outgoing-not-divided", "the outgoing weight is not divided by alpha", "ReLU(αz) = α ReLU(z) for α > 0."
)
OUTGOING_MULTIPLIED = Mistake(
    "outgoing-multiplied", "the outgoing weight is multiplied by alpha, too", "α and 1/α have to cancel."
)
EVERY_OUTGOING_DIVIDED = Mistake(
    "every-outgoing-divided", "every outgoing weight is divided instead of one", "An index of W2 is missing."
)
OUTGOING_DIVIDED_TWICE = Mistake(
    "outgoing-divided-twice", "the outgoing weight is divided by alpha twice", "α and 1/α have to cancel."
)
OUTGOING_DID_NOT_MOVE = Mistake(
    "outgoing-did-not-move",
    "permute_units changes f: the outgoing weights did not move with their units",
    "W2 needs the same order as W1.",
)
FILTERS_DID_NOT_MOVE = Mistake(
    "filters-did-not-move",
    "permute_units changes f: the filters did not move with their units",
    "W1 needs the same order as W2.",
)
INPUTS_PERMUTED = Mistake(
    "inputs-permuted",
    "permute_units changes f: the inputs are permuted, not the units",
    "The first two axes of W1 are the unit's, the last two the input's.",
)
OTHER_WAY_ROUND = Mistake(
    "order-inverted",
    "old unit u becomes new unit order[u], which is the other way round",
    "W[order] and np.argsort(order).",
)

_APART = "With weights from {function}, f still tells the two sequences apart"
STILL_APART = Problem("not-invariant", _APART, "Tie the filters and the outgoing weights; test with one sequence.")
NOT_FOR_ODD_LENGTHS = Mistake(
    "not-for-odd-lengths",
    _APART + " when their length is odd and they have a middle; for even lengths it does not",
    "The middle unit or the middle place is its own mirror image.",
)
ONE_PLACE_TOO_FAR = Mistake(
    "one-place-too-far",
    _APART + ": place i is tied to place d − i counted from 0, which is one place too far",
    "The mirror image of place i is d − 1 − i.",
)
BASES_TIED = Mistake("bases-tied", _APART + ": the bases are tied instead of the places", "Rows and columns.")
PAIRS_TIED = Mistake("pairs-tied", _APART + ": the pairs of bases are tied instead of the places", "Rows and columns.")
NEXT_BASE_TIED = Mistake(
    "neighbour-bases-tied", _APART + ": every base is tied to the base next to it", "Partners are two rows apart."
)
BASES_REVERSED = Mistake(
    "bases-tied-in-reverse",
    _APART + ": the bases are tied in reversed order (0 with 3, 1 with 2)",
    "Partners are two rows apart.",
)
PLACES_TIED = Mistake("places-tied", _APART + ": the places are tied instead of the bases", "Rows and columns.")
PLACES_SHIFTED = Mistake(
    "places-shifted", _APART + ": the places are shifted by two instead of the bases", "np.roll along the other axis."
)
CONSTANT_F = Mistake(
    "f-constant", "With weights from {function}, f does not depend on X any more", "All weights are zero, or cancel."
)
GIVEN_WEIGHTS_NOT_USED = Mistake(
    "given-weights-not-used",
    "{function} returns the same weights whatever weights are given",
    "Symmetric weights of its own.",
)
TIED_TOO_FAR = Mistake(
    "tied-too-far",
    "The weights of {function} are tied too far: f stays the same when {change}",
    "Tie each pair, not all of them.",
)
SEQUENCE_LOST = Mistake(
    "sequence-lost", "normalise(X) has the same entry everywhere, so the sequence is lost", "Only signs are left."
)
SCALE_LEFT = Mistake("scale-still-there", "the scale is still there", "Divide by something that scales as X does.")
SCALE_TWICE = Mistake("scale-there-twice", "the scale is there twice", "Multiplied by the norm instead of divided.")

_MADE_EQUAL = "normalise makes two sequences equal that are different: X and "
SEQUENCES_MADE_EQUAL = Mistake(
    "sequences-made-equal", _MADE_EQUAL + "another sequence", "Only signs or ranks are left."
)
OFFSET_LOST = Mistake(
    "offset-lost",
    _MADE_EQUAL + "X with a constant added to every entry. Only the scale is arbitrary, not the zero",
    "The mean is subtracted.",
)
SCALE_OF_PLACES_LOST = Mistake(
    "scale-of-places-lost",
    _MADE_EQUAL + "X with another scale for every place. The scale c is one number for the whole sequence",
    "A sum along one axis only.",
)
SCALE_OF_BASES_LOST = Mistake(
    "scale-of-bases-lost",
    _MADE_EQUAL + "X with another scale for every base. The scale c is one number for the whole sequence",
    "A sum along one axis only.",
)
