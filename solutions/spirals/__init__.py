"""References and oracles of the assignment ``spirals``, independent of the notebooks' model answers.

``spiral`` belongs to ``minimal_neural_network.ipynb`` and is numpy only, since this assignment is graded without torch.
"""
