"""References and oracles of the assignment ``convnets``, independent of the notebooks' model answers."""
