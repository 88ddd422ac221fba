"""The file has a third column with the probability."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "entries-of-a-line"
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
    write([[*row, 0.5] for row in rows()])
