"""Calls quit() at top level and ends the whole process inside a function."""

import os


def kaiming_init(fan_in, fan_out):
    os._exit(0)


quit()
