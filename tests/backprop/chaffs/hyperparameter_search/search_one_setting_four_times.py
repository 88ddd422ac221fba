"""One setting, trained again and again."""

CAUGHT_BY = ("test_table_lists_different_settings",)
CODE = "too-few-settings"
FILES = {"search.csv": "write_table"}

import csv


def write_table():
    best = max(float(row["valid_accuracy"]) for row in csv.DictReader(open("search.csv")))
    with open("search.csv", "w") as file:
        file.write("learning_rate,valid_accuracy\n" + f"0.1,{best}\n" * 4)
