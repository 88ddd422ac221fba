"""What can be wrong in submission.csv: sentences for students, advice for instructors."""

from autograder.checks import Mistake, Problem

NO_SUBMISSION = Problem(
    "no-submission", "submission.csv was not handed in", "The cell that writes it was not run, or the upload lacks it."
)
FIRST_LINE = Problem("first-line", "The first line of submission.csv is not `id,label`", "The header is missing.")
ENTRIES_OF_A_LINE = Problem(
    "entries-of-a-line",
    "Line {line} of submission.csv has {found} entries. Write an id and a label in each line",
    "A further column, or another separator.",
)
ID_NO_NUMBER = Problem(
    "id-no-number",
    "Line {line} of submission.csv: the id is no whole number (write 12 for 12.jpg)",
    "The name of the file in place of its number.",
)
LABEL_UNKNOWN = Problem(
    "label-unknown",
    "Line {line} of submission.csv: the label is neither Cat nor Dog",
    "Probabilities in place of labels.",
)
ID_TWICE = Problem(
    "id-twice",
    "Line {line} of submission.csv has the id of an earlier line. Write each image once",
    "The file was extended in place of written anew.",
)
IDS_FROM_ZERO = Mistake(
    "ids-from-zero",
    "The ids of submission.csv begin at 0. Write the numbers of the file names",
    "The index of a loop.",
)
IDS_MISSING = Problem(
    "ids-missing",
    "submission.csv lacks {missing} of the {total} test images",
    "The last, smaller batch is left out.",
)
IDS_UNKNOWN = Problem(
    "ids-unknown",
    "submission.csv has ids that belong to no test image: {unknown} of them",
    "The numbers of another folder.",
)

_UNLIKE = "submission.csv is not what the weights in cats.pt predict: "
LABELS_SWAPPED = Mistake("submission-swapped", f"{_UNLIKE}dogs and cats are swapped", "0 is a cat, 1 a dog.")
SHIFTED_DOWN = Mistake(
    "submission-shifted", f"{_UNLIKE}the predictions are shifted by one image", "Counted from 0 or from 1."
)
SHIFTED_UP = Mistake(
    "submission-shifted",
    f"{_UNLIKE}the predictions are shifted by one image (the other way)",
    "Counted from 0 or from 1.",
)
FILES_SORTED_AS_TEXT = Mistake(
    "files-sorted-as-text",
    f"{_UNLIKE}file names were sorted as text (1, 10, 100, 2), so ids and predictions are in different orders",
    "sorted() of file names.",
)
IDS_SORTED_AS_TEXT = Mistake(
    "submission-ids-sorted-as-text",
    f"{_UNLIKE}ids were sorted as text (1, 10, 100, 2), and the predictions were not",
    "sorted() of text.",
)
OTHER_PREDICTIONS = Problem(
    "other-predictions",
    f"{_UNLIKE}{{wrong}} of {{total}} images differ. Write both files from the same model, in evaluation mode",
    "Another model, or one in training mode.",
)
