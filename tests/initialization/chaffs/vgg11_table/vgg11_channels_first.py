"""Shapes as PyTorch writes them."""

CAUGHT_BY = ("test_output_shapes_of_the_convolutional_part",)
CODE = "channels-first"
BASE = True
REPLACE = [
    ('rows.append(("POOL2", (height, width, channels), 0))', 'rows.append(("POOL2", (channels, height, width), 0))'),
    (
        'rows.append((f"CONV3-{filters}", (height, width, channels), parameters))',
        'rows.append((f"CONV3-{filters}", (channels, height, width), parameters))',
    ),
    ('rows.append(("ReLU", (height, width, channels), 0))', 'rows.append(("ReLU", (channels, height, width), 0))'),
]
