"""The error rate."""

CAUGHT_BY = ("test_neighbour_accuracy",)
CODE = "fraction-of-wrong-labels"

def neighbour_accuracy(codes, labels, new_codes, new_labels, k=15):
    return 1 - KNeighborsClassifier(k).fit(codes, labels).score(new_codes, new_labels)
