"""The mask of ReLU is missing."""

CAUGHT_BY = ("test_gradients_with_zeros_and_pairs_without_a_maximum",)
CODE = "relu-mask-missing"
BASE = "_passes"
REPLACE = [
    ('do_dw * (fwd["o1"][i, place] > 0)', "do_dw"),
    ('do_dw * (fwd["o2"][i, place] > 0)', "do_dw"),
]
