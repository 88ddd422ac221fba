"""Reference solutions for the assignment ``spirals``, independent of the notebooks' model answers.

``spiral`` belongs to ``minimal_neural_network.ipynb``, ``autoencoder`` to ``autoencoder.ipynb``. What the hidden tests
use is plain numpy: they run without torch and TensorFlow.
"""
