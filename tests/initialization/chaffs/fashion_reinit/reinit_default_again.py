"""The scheme that nn.Linear starts from anyway."""

CAUGHT_BY = ("test_is_another_scheme_than_before",)
CODE = "same-scheme-as-before"
BASE = True
REPLACE = [
    ("nn.init.xavier_normal_(module.weight)", "nn.init.kaiming_uniform_(module.weight, a=math.sqrt(5))"),
    ('return {"scheme": "xavier_normal_"}', 'return {"scheme": "kaiming_uniform_", "a": math.sqrt(5)}'),
]
