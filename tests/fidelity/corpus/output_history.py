"""What a cell displays, and the names that IPython keeps it under."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "underscore_of_the_last_cell",
        r"""
3 + 4
# %%
seven = _
# %%
def f0():
    return seven * 2
""",
        "f0()",
    ),
    entry(
        "underscores_of_three_cells",
        r"""
"a"
# %%
"b"
# %%
"c"
# %%
joined = ___ + __ + _
""",
        "joined",
    ),
    entry(
        "out_by_number",
        r"""
def f0(x):
    return x ** 2
# %%
f0(5)
# %%
kept = Out[2]
# %%
again = _2 + 1
""",
        "kept",
        "again",
    ),
    entry(
        "out_changed_in_place",
        r"""
weights = [1, 2]
weights
# %%
_.append(3)
# %%
def f0():
    return weights
""",
        "f0()",
    ),
    entry(
        "in_history",
        r"""
x = 1
# %%
first = In[1]
# %%
def f0():
    return first
""",
        "f0()",
    ),
    entry(
        "run_the_input_again",
        r"""
n = globals().get("n", 0) + 5
# %%
exec(In[1])
# %%
def f0():
    return n
""",
        "f0()",
    ),
    entry(
        "underscore_as_a_throwaway",
        r"""
_, second, _ = (1, 2, 3)
total = 0
for _ in range(4):
    total += second
# %%
def f0():
    return [total, _]
""",
        "f0()",
    ),
    entry(
        "display_of_values",
        r"""
rows = [[1, 2], [3, 4]]
display(rows)
display("done", 3)
# %%
def f0():
    display(rows)
    return rows[1]
""",
        "f0()",
    ),
    entry(
        "display_and_markdown_imported",
        r"""
from IPython.display import display, Markdown, HTML, Math, clear_output
display(Markdown("**bold**"))
for epoch in range(3):
    clear_output(wait=True)
    display(HTML(f"<b>{epoch}</b>"))
# %%
def f0():
    return epoch
""",
        "f0()",
    ),
    entry(
        "display_inside_a_function_with_effect",
        r"""
shown = []
def show(x):
    shown.append(x)
    display(x)
# %%
show(1)
show(2)
# %%
count = len(shown)
""",
        "count",
    ),
    entry(
        "display_handle",
        r"""
handle = display("start", display_id=True)
for k in range(3):
    handle.update(f"step {k}")
# %%
def f0():
    return k
""",
        "f0()",
    ),
    entry(
        "repr_html_has_an_effect",
        r"""
class Table:
    shown = 0
    def _repr_html_(self):
        Table.shown += 1
        return "<table></table>"
# %%
Table()
# %%
def f0():
    return Table.shown
""",
        "f0()",
    ),
    entry(
        "print_replaced",
        r"""
log = []
def print(*parts):
    log.append(" ".join(map(str, parts)))
# %%
print("loss", 0.5)
# %%
def f0():
    return log
""",
        "f0()",
    ),
    entry(
        "several_expressions_in_a_cell",
        r"""
xs = [5]
xs.pop()
xs.append(6)
xs
# %%
same = _ is xs
""",
        "same",
        "xs",
    ),
    entry(
        "dict_of_results_built_by_expressions",
        r"""
results = {}
results.setdefault("runs", []).append(0.3)
# %%
results["runs"].extend([0.2, 0.1])
results.update(best=0.1)
# %%
results
""",
        "results['runs']",
        "results['best']",
    ),
]
