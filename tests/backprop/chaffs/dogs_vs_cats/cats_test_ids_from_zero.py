"""Ids counted from zero."""

CAUGHT_BY = ("test_reads_test_images_in_the_order_of_their_numbers",)
CODE = "ids-not-of-files"
BASE = "_test_images"
REPLACE = [("[int(p.stem) for p in paths]", "list(range(len(paths)))")]
