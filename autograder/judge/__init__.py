"""The trusted side: hidden tests, references, scores. Imports nothing of the worker."""
