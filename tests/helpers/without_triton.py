"""A plugin of the test run: PyTorch and TensorFlow are imported by tests of one process, where Triton would end it."""

from autograder.sandbox.framework_variables import keep_triton_out

keep_triton_out()
