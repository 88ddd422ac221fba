"""References and oracles of the assignment ``autoencoders``, independent of the model answers."""
