"""Shapes and counts from torchvision’s VGG-11, without memory for the weights."""

import numpy as np
import torch
import torchvision


def vgg11_table():
    with torch.device("meta"):
        model, x = torchvision.models.vgg11(), torch.empty(1, 3, 224, 224)
    rows = [("INPUT", (224, 224, 3), 0)]
    layers = [*model.features, *(layer for layer in model.classifier if isinstance(layer, torch.nn.Linear))]
    for layer in layers:
        x = layer(x.flatten(1) if isinstance(layer, torch.nn.Linear) else x)
        shape = np.array(x.shape[1:])
        count = sum(np.prod(p.shape) for p in layer.parameters())
        if isinstance(layer, torch.nn.Conv2d):
            name = f"CONV3-{layer.out_channels}"
        elif isinstance(layer, torch.nn.Linear):
            name = f"FC-{layer.out_features}"
        else:
            name = "ReLU" if isinstance(layer, torch.nn.ReLU) else "POOL2"
        rows.append((name, np.roll(shape, -1), int(count)))
    rows.append(("SOFTMAX", 1000, 0))
    return rows


def vgg11_summary():
    total = sum(row[2] for row in vgg11_table())
    return {"total": np.int64(total), "fc_percent": np.float32(sum(r[2] for r in vgg11_table()[-4:]) / total * 100)}
