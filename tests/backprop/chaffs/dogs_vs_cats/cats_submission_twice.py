"""The first image is there twice."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "id-twice"
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
    write([*found, found[0]])
