"""References of ``backprop``: independent of the notebook's answers, float64, oracles by torch's autograd."""
