"""σ′ is taken at a instead of z."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron")
CODE = "sigmoid-slope-at-activation"
BASE = True
REPLACE = [
    (
        "slope = a * (1 - a)",
        "slope = a * (1 - a)\n"
        "        slope = 1 / (1 + np.exp(-a))\n"
        "        slope = slope * (1 - slope)",
    ),
]
