"""The ids are sorted as text, the predictions are not."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "submission-ids-sorted-as-text"
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
    write([[n, row[1]] for n, row in zip(sorted(n for n, _ in found), found)])
