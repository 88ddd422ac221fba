"""File names are sorted as text: 1, 10, 2."""

CAUGHT_BY = ("test_reads_test_images_in_the_order_of_their_numbers",)
CODE = "ids-sorted-as-text"
BASE = "_test_images"
REPLACE = [
    (
        'sorted((p for p in Path(folder).glob("*.jpg") if p.stem.isdigit()), key=lambda p: int(p.stem))',
        'sorted(p for p in Path(folder).glob("*.jpg") if p.stem.isdigit())',
    ),
]
