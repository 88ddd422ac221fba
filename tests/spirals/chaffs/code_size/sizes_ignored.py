"""Every network has the default code."""

CAUGHT_BY = ("test_every_size_has_its_own_network", "test_errors_fall_with_the_size")
SAYS = "hand code_size on to make_shallow"
REPLACE = [("autoencoder, _ = make_shallow(code_size)", "autoencoder, _ = make_shallow()")]
