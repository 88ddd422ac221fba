"""The first fully connected layer is given 512 inputs, not 7·7·512."""

CAUGHT_BY = ("test_parameters_of_the_fully_connected_layers", "test_total_number_of_parameters", "test_share_of_the_fully_connected_layers")
CODE = "flattened-size-forgotten"
BASE = True
REPLACE = [("inputs = height * width * channels", "inputs = channels")]
