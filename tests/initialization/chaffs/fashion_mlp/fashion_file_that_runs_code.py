"""A pickle that runs a command when it is opened."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "file-holds-code"
FILES = {"fashion_mlp.pt": "command"}

import os
import torch


class Command:
    def __reduce__(self):
        return os.system, ("touch opened",)
def command():
    torch.save({"state_dict": Command()}, "fashion_mlp.pt")
