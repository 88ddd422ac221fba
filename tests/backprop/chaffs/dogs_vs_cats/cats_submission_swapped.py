"""Cats and dogs are swapped in the file."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "submission-swapped"
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
    write([[n, {"Cat": "Dog", "Dog": "Cat"}[label]] for n, label in rows()])
