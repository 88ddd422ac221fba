"""backprop updates the model at once."""

CAUGHT_BY = ("test_arguments_stay_as_they_are",)
CODE = "changed-in-place"
BASE = "_passes"
REPLACE = [
    (
        'dl_dw2 += dl_dp[i] * u[j] * do_dw * (fwd["o2"][i, place] > 0)',
        'dl_dw2 += dl_dp[i] * u[j] * do_dw * (fwd["o2"][i, place] > 0)\n'
        '    model["u"] -= 0.01 * dl_du',
    ),
]
