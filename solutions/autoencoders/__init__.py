"""Reference implementations for the assignment ``autoencoders``, independent of the notebook's model answers.

``theory`` belongs to problems 1 to 5.3, ``networks`` and ``reconstruction`` to the scripts.
"""
