"""Changes entries of the report in cnn.pt; wrong answers write it again with changes."""

import torch


def changed(**entries):
    content = torch.load("cnn.pt", weights_only=True)
    torch.save({**content, "report": {**content["report"], **entries}}, "cnn.pt")
