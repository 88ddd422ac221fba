"""Loops for ever: at top level, and in one function that a test calls."""


def xavier_init(fan_in, fan_out):
    while True:
        pass


while True:
    pass
