"""The poolings are taken to move by one."""

CAUGHT_BY = ("test_output_shapes_of_the_convolutional_part", "test_parameters_of_the_fully_connected_layers")
CODE = "pooling-stride-1"
BASE = True
REPLACE = [("height, width = height // 2, width // 2", "height, width = height - 1, width - 1")]
