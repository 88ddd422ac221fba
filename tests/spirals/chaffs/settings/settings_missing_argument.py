"""A setting has an argument that train_setting does not take."""

CAUGHT_BY = ("test_classes_of_points",)
SAYS = "unexpected keyword"
BASE = True

SETTINGS = [{"H1": 5, "H2": 5}, {"H1": 30, "H2": 10}, {"H1": 50, "H2": 50, "steps": 5000}]
