"""A list of rows instead of a dictionary of lists."""

CAUGHT_BY = ("test_result_has_an_error_for_every_size",)
SAYS = "a dictionary is expected"
REPLACE = [
    ("return errors", "return [list(row) for row in zip(errors['code_size'], errors['train'], errors['test'])]"),
]
