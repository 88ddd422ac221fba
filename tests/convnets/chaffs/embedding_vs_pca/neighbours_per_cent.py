"""In per cent."""

CAUGHT_BY = ("test_neighbour_accuracy",)
CODE = "in-per-cent"

def neighbour_accuracy(codes, labels, new_codes, new_labels, k=15):
    return 100 * KNeighborsClassifier(k).fit(codes, labels).score(new_codes, new_labels)
