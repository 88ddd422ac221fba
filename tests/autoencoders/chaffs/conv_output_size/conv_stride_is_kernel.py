"""The stride is taken to be the kernel's length, as in most poolings."""

CAUGHT_BY = ("test_sizes_that_come_out_even", "test_sizes_that_are_rounded_down", "test_four_answers")
CODE = "stride-is-kernel"
REPLACE = [("stride + 1", "kernel + 1")]
