"""The images were read in the order of their names as text, the ids count up."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "files-sorted-as-text"
FILES = {"submission.csv": "changed"}

import csv

import torch


def rows():
    with open("submission.csv", newline="") as file:
        return list(csv.reader(file))[1:]


def write(lines, head=("id", "label")):
    with open("submission.csv", "w", newline="") as file:
        csv.writer(file).writerows([head, *lines])


def changed():
    found = rows()
    by_text = sorted(found, key=lambda row: row[0])
    write([[n, row[1]] for (n, _), row in zip(found, by_text)])
