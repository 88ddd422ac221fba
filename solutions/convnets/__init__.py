"""Reference solutions for the assignment ``convnets``, independent of the notebooks' model answers.

``toy`` belongs to ``toy_convnet.ipynb``, ``mnist`` to ``mnist_keras.ipynb``. The judge's
functions need numpy alone; only the functions that train import Keras.
"""
