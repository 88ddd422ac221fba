"""Calls quit() at top level and ends the whole process inside a function."""

import os


def attack(number, honest, args, kwargs):
    os._exit(0)


quit()
