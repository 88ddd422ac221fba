"""Fills memory as fast as it can."""


def attack(number, honest, args, kwargs):
    hoard = []
    while True:
        hoard.append(bytearray(10**8))
