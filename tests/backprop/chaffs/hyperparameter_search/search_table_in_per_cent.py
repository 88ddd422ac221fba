"""The accuracies are in per cent."""

CAUGHT_BY = ("test_table_lists_different_settings",)
CODE = "no-fraction"
FILES = {"search.csv": "write_table"}

import csv


def write_table():
    rows = list(csv.DictReader(open("search.csv")))
    with open("search.csv", "w") as file:
        file.write("learning_rate,batch_size,valid_accuracy\n")
        for row in rows:
            file.write(f"{row['learning_rate']},{row['batch_size']},{100 * float(row['valid_accuracy'])}\n")
