"""Loops for ever: at top level, and in every function that a test calls."""


def attack(number, honest, args, kwargs):
    while True:
        pass


while True:
    pass
