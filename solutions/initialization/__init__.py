"""References and oracles of the assignment ``initialization``, independent of the notebook's model answers.

Everything here works in float64 with numpy unless a docstring says otherwise; torch and scipy are imported inside
the functions that need them, so that importing this package computes nothing and is safe before a fork.
The networks and their training are in ``solutions.initialization.training``; it imports torch, so import it only where
it is used.
"""

from solutions.initialization.activations import (
    exploding_layer,
    exploding_layers,
    mean_sd,
    product_mean_sd,
    product_std,
    product_std_sd,
    relu_statistics,
    scaled_statistics,
    tanh_statistics,
)
from solutions.initialization.backprop import SHEET, backprop_step, unpack
from solutions.initialization.double_descent import DOUBLE_DESCENT
from solutions.initialization.images import NOISE_LEVELS, add_noise, augment
from solutions.initialization.invariances import (
    network,
    normalise,
    permute_units,
    rescale_unit,
    reverse,
    swap_pairs,
    tie_pairs,
    tie_reversal,
)
from solutions.initialization.risk import monte_carlo_std, risk
from solutions.initialization.variance import init_std, kaiming_std, second_moment, xavier_bound
from solutions.initialization.vgg11 import vgg11_by_modules, vgg11_rows, vgg11_summary

__all__ = [
    "DOUBLE_DESCENT",
    "NOISE_LEVELS",
    "SHEET",
    "add_noise",
    "augment",
    "backprop_step",
    "exploding_layer",
    "exploding_layers",
    "init_std",
    "kaiming_std",
    "mean_sd",
    "monte_carlo_std",
    "network",
    "normalise",
    "permute_units",
    "product_mean_sd",
    "product_std",
    "product_std_sd",
    "relu_statistics",
    "rescale_unit",
    "reverse",
    "risk",
    "scaled_statistics",
    "second_moment",
    "swap_pairs",
    "tanh_statistics",
    "tie_pairs",
    "tie_reversal",
    "unpack",
    "vgg11_by_modules",
    "vgg11_rows",
    "vgg11_summary",
    "xavier_bound",
]
