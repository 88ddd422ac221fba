"""scikit-learn's own k, 5."""

CAUGHT_BY = ("test_neighbour_accuracy",)
CODE = "k-is-always-5"

def neighbour_accuracy(codes, labels, new_codes, new_labels, k=15):
    return KNeighborsClassifier().fit(codes, labels).score(new_codes, new_labels)
