"""The look of the code: characters, line breaks, strings, hints."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "greek_names",
        r"""
σ = 2.0
μ, Δx = 1.0, 0.5
def dérivée(f, x):
    return (f(x + Δx) - f(x)) / Δx
# %%
def f0(x):
    return dérivée(lambda t: σ * t + μ, x)
""",
        "f0(3.0)",
        "σ",
    ),
    entry(
        "names_that_unicode_unifies",
        """
\ufb01t = 3
\u2102 = "complex"
# %%
def f0():
    return [fit, C]
""",
        "f0()",
    ),
    entry(
        "mathematical_letters",
        """
ℝ = 4
𝐱 = 5
# %%
def f0():
    return R + x
""",
        "f0()",
    ),
    entry(
        "line_continuation",
        r"""
total = 1 + \
    2 + \
    3
text = "a" \
       "b"
if total > 5 and \
        text == "ab":
    ok = True
# %%
def f0():
    return [total, text, ok]
""",
        "f0()",
    ),
    entry(
        "f_strings",
        r"""
name, v = "loss", 0.12345
line = f"{name!r:>8}: {v:.2f} {'nested ' + f'{v:.1f}'} {{braces}} {v=:.3f}"
width = 10
padded = f"{name:{width}}|"
# %%
def f0():
    return [line, padded]
""",
        "f0()",
    ),
    entry(
        "docstrings_and_raw_strings",
        r'''
"""Notebook of exercise 3: %time is not a magic here."""
def f0():
    r"""Returns \alpha.

    >>> f0()
    'x'
    """
    return "x"
path = r"C:\new\table"
# %%
doc = f0.__doc__.splitlines()[0]
''',
        "doc",
        "path",
    ),
    entry(
        "triple_quoted_with_magics_inside",
        r"""
source = '''
%%bash
!pip install x
In [1]: y = 2
>>> z = 3
'''
# %%
def f0():
    return source.count("\n")
""",
        "f0()",
    ),
    entry(
        "forward_references_in_hints",
        r"""
class Node:
    def __init__(self, next: "Node | None" = None, value: "int" = 0):
        self.next, self.value = next, value
def length(node: "Node") -> "int":
    return 0 if node is None else 1 + length(node.next)
# %%
chain = Node(Node(Node()))
""",
        "length(chain)",
    ),
    entry(
        "future_annotations",
        r"""
from __future__ import annotations
class Tree:
    left: Tree | None = None
    def grow(self) -> Tree:
        self.left = Tree()
        return self.left
# %%
def f0(t: NotDefinedAnywhere = None) -> list[Missing]:
    return sorted(Tree.__annotations__.items())
""",
        "f0()",
    ),
    entry(
        "hint_that_is_not_defined",
        r"""
def early(x: np.ndarray) -> float:
    return 1.0
# %%
import numpy as np
def f0(x: np.ndarray) -> float:
    return float(np.sum(x))
""",
        "f0([1, 2])",
        "early(1)",
    ),
    entry(
        "windows_line_ends",
        "a = 1\r\ndef f0(x):\r\n    y = x + a\r\n    return y\r\n# %%\nb = f0(4)\r\n",
        "f0(1)",
        "b",
    ),
    entry(
        "tabs",
        "def f0(x):\n\tif x:\n\t\treturn 'yes'\n\treturn 'no'\n# %%\nr = f0(1)\n",
        "r",
    ),
    entry(
        "non_breaking_space",
        "x = 1\n# %%\nx\u00a0= 2\n# %%\ndef f0():\n    return x\n",
        "f0()",
    ),
    entry(
        "empty_and_comment_cells",
        r"""
# %%
# only a comment
# %%

# %%
pass
...
# %%
def f0(): ...
def f1(): return 1
""",
        "f0()",
        "f1()",
    ),
    entry(
        "numbers_in_all_forms",
        r"""
big = 1_000_000
h = 0xFF + 0b11 + 0o7
e = 1e-3
c = (1 + 2j).imag
s = b"\x00a"[1]
# %%
def f0():
    return [big, h, e, c, s]
""",
        "f0()",
    ),
    entry(
        "one_very_long_expression",
        r"""
result = (
    sum(
        x ** 2  # squares
        for x in range(10)

        if x % 2
    )
    # and a comment between
    + len([
        "a",
        "b",
    ])
)
f = (lambda n:
     n * result)
# %%
def f0(): return f(2)
""",
        "f0()",
    ),
    entry(
        "markdown_left_in_a_code_cell",
        r"""
# Question 2
The derivative is $2x$.
# %%
def f0(x):
    return 2 * x
""",
        "f0(4)",
    ),
    entry(
        "magic_like_operators",
        r"""
a = 17
b = (a
  %5)
c = [1,
  -2][0]
d = not a \
  != 3
# %%
def f0():
    return [b, c, d]
""",
        "f0()",
    ),
]
