"""The table claims more than the weights reach."""

CAUGHT_BY = ("test_table_tells_what_the_weights_reach",)
CODE = "table-unlike-weights"
FILES = {"search.csv": "write_table"}

def write_table():
    with open("search.csv", "w") as file:
        file.write("learning_rate,valid_accuracy\n0.01,0.95\n0.1,0.999\n0.2,0.97\n0.5,0.96\n")
