"""References and oracles of the assignment ``convnets``, independent of the notebooks' model answers.

``toy`` belongs to ``toy_convnet.ipynb``, ``mnist`` to ``mnist_keras.ipynb``. What a judge needs is numpy alone; Keras
is imported by what trains.
"""
