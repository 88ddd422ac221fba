"""WEIGHTS_ARE says the opposite."""

CAUGHT_BY = ("test_adapter_maps_the_network",)
CODE = "weights-transposed"

WEIGHTS_ARE = "out_in"
