"""The command line: one module for each verb, and ``main`` with the options of all.

May import everything; ``main`` imports a verb's module only when it is called, so that ``--help`` needs no framework.
"""

__all__ = ["main"]
