"""Q6: VGG-11, layer by layer, counted once by formula and once by torch's own layers."""

from __future__ import annotations


def _block(*filters: int) -> list[str]:
    return [name for count in filters for name in (f"CONV3-{count}", "ReLU")] + ["POOL2"]


LAYERS = (
    *("INPUT", *_block(64), *_block(128), *_block(256, 256), *_block(512, 512), *_block(512, 512)),
    *("FC-4096", "FC-4096", "FC-1000", "SOFTMAX"),
)
"""The sheet's rows, in its order."""

Row = tuple[str, tuple[int, ...], int]


def vgg11_rows(height: int = 224, width: int = 224) -> list[Row]:
    """(layer, output shape, parameters with biases); shapes (H, W, C), or (N,) from the first FC layer on.

    CONV3-N pads by 1 and keeps H and W: (9·C + 1)·N parameters. POOL2 halves, rounding down. FC-N: (inputs + 1)·N.
    """
    rows: list[Row] = []
    shape: tuple[int, ...] = (height, width, 3)
    for name in LAYERS:
        parameters = 0
        if name.startswith("CONV3-"):
            filters = int(name.removeprefix("CONV3-"))
            parameters = (9 * shape[2] + 1) * filters
            shape = (*shape[:2], filters)
        elif name == "POOL2":
            shape = (shape[0] // 2, shape[1] // 2, shape[2])
        elif name.startswith("FC-"):
            inputs = 1
            for size in shape:
                inputs *= size
            shape = (int(name.removeprefix("FC-")),)
            parameters = (inputs + 1) * shape[0]
        rows.append((name, shape, parameters))
    return rows


def vgg11_summary() -> dict[str, float]:
    """``total`` number of parameters (an int) and ``fc_percent``, the share of the FC layers in per cent."""
    rows = vgg11_rows()
    total = sum(parameters for _, _, parameters in rows)
    connected = sum(parameters for name, _, parameters in rows if name.startswith("FC-"))
    return {"total": total, "fc_percent": 100.0 * connected / total}


def vgg11_by_modules() -> list[Row]:
    """The same table from torch.nn layers on the meta device: real shapes and counts, no memory for the weights."""
    import torch
    from torch import nn

    rows: list[Row] = []
    x = torch.empty(1, 3, 224, 224, device="meta")
    for name in LAYERS:
        layer: nn.Module = nn.Identity()
        if name.startswith("CONV3-"):
            layer = nn.Conv2d(x.shape[1], int(name.removeprefix("CONV3-")), 3, padding=1, device="meta")
        elif name == "POOL2":
            layer = nn.MaxPool2d(2, 2)
        elif name.startswith("FC-"):
            x = x.flatten(1)
            layer = nn.Linear(x.shape[1], int(name.removeprefix("FC-")), device="meta")
        x = layer(x)
        shape = tuple(x.shape[1:])
        rows.append((name, (*shape[1:], shape[0]), sum(p.numel() for p in layer.parameters())))
    return rows
