"""The ids stay text."""

CAUGHT_BY = ("test_reads_test_images_in_the_order_of_their_numbers",)
CODE = "ids-are-text"
BASE = "_test_images"
REPLACE = [("[int(p.stem) for p in paths]", "[p.stem for p in paths]")]
