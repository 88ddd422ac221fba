"""Helpers for probes: what torch, Keras and chance need where the student's code runs. Authors may use all of it.

It runs on the untrusted side, beside the student's code, and imports nothing of ``autograder`` but ``data``. Import the
modules one by one: ``torch_checkpoint`` imports torch.
"""

__all__ = ["chance", "keras_runtime", "keras_weights", "torch_checkpoint", "torch_forbidden"]
