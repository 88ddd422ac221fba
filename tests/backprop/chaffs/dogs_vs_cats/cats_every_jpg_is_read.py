"""Every jpg is taken for a picture of its folder's animal."""

CAUGHT_BY = ("test_reads_labelled_images",)
CODE = "too-many-images"
BASE = "_labelled_images"
REPLACE = [
    ('"*/*.Cat.jpg"', '"Cat/*.jpg"'),
    ('"*/*.Dog.jpg"', '"Dog/*.jpg"'),
]
