"""k is always 15."""

CAUGHT_BY = ("test_neighbour_accuracy",)
CODE = "k-is-always-15"

def neighbour_accuracy(codes, labels, new_codes, new_labels, k=15):
    return KNeighborsClassifier(15).fit(codes, labels).score(new_codes, new_labels)
