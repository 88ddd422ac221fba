"""The number of right labels."""

CAUGHT_BY = ("test_neighbour_accuracy",)
CODE = "number-of-right-labels"

def neighbour_accuracy(codes, labels, new_codes, new_labels, k=15):
    return np.sum(KNeighborsClassifier(k).fit(codes, labels).predict(new_codes) == new_labels)
