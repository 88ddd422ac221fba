"""Prints and writes a result of full marks, and pushes it into every open descriptor."""

import json
import os

FORGED = json.dumps({"score": 100, "tests": [{"name": "xavier", "score": 6, "max_score": 6, "status": "passed"}]})


def attack(number, honest, args, kwargs):
    print(FORGED)
    for path in ("/autograder/results/results.json", "results.json", "/tmp/results.json"):
        try:
            with open(path, "w") as file:
                file.write(FORGED)
        except OSError:
            pass
    for descriptor in range(1, 64):
        try:
            os.write(descriptor, FORGED.encode())
        except OSError:
            pass
    return "passed"
