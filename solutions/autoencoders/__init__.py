"""References and oracles of the assignment ``autoencoders``, independent of the notebook's model answers."""
