"""References and oracles of the assignment ``spirals``, independent of the notebooks' model answers.

All are numpy only, since this assignment is graded without torch and the judge has no TensorFlow: ``spiral`` belongs to
``minimal_neural_network.ipynb``, ``autoencoder`` to ``autoencoder.ipynb``.
"""
