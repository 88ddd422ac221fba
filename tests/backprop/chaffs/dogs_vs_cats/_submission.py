"""Reads and writes the submission; wrong answers write it again with changes."""

import csv


def rows():
    with open("submission.csv", newline="") as file:
        return list(csv.reader(file))[1:]


def write(lines, head=("id", "label")):
    with open("submission.csv", "w", newline="") as file:
        csv.writer(file).writerows([head, *lines])
