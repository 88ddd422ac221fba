"""References of ``backprop``: independent of the notebook's answers, in float64, with gradients by torch's autograd."""
