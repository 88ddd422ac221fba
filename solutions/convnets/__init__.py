"""References and oracles of the assignment ``convnets``, independent of the notebooks' model answers.

``mnist`` belongs to ``mnist_keras.ipynb``. What a judge needs is numpy alone; Keras is imported by what trains.
"""
