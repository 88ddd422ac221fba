"""The ids are sorted, the images are not."""

CAUGHT_BY = ("test_reads_test_images_in_the_order_of_their_numbers",)
CODE = "images-in-other-order"
BASE = "_test_images"
REPLACE = [("path in paths", "path in sorted(paths)")]
