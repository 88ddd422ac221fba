"""Neighbours are looked for among the new points."""

CAUGHT_BY = ("test_neighbour_accuracy",)
CODE = "measured-among-new-points"

def neighbour_accuracy(codes, labels, new_codes, new_labels, k=15):
    return KNeighborsClassifier(k).fit(new_codes, new_labels).score(new_codes, new_labels)
