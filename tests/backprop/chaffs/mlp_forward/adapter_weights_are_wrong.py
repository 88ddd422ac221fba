"""WEIGHTS_ARE says the opposite."""

CAUGHT_BY = ("test_adapter_maps_the_network",)
SAYS = "transpose it or set WEIGHTS_ARE = \"in_out\""

WEIGHTS_ARE = "out_in"
