"""Help, pasted prompts, indentation of whole cells, semicolons."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "help_after",
        r"""
x = [1, 2]
x?
y = x + [3]
# %%
def f0():
    return y
""",
        "f0()",
    ),
    entry(
        "help_before",
        r"""
import math
?math.sqrt
# %%
def f0(v):
    return math.sqrt(v)
""",
        "f0(9)",
    ),
    entry(
        "help_source",
        r"""
def f0(v):
    return v * 2
f0??
??f0
# %%
z = f0(4)
""",
        "z",
    ),
    entry(
        "help_of_method_and_magic",
        r"""
name = "net"
name.upper?
%time?
str.split??
# %%
shout = name.upper()
""",
        "shout",
    ),
    entry(
        "help_wildcard",
        r"""
import math
math.*sin*?
# %%
def f0():
    return math.sin(0.0)
""",
        "f0()",
    ),
    entry(
        "help_call_with_cell",
        r"""
help(len)
# %%
def f0(s):
    return len(s)
""",
        "f0('abc')",
    ),
    entry(
        "question_mark_in_text",
        r"""
question = "what is x?"  # really?
# is it?
# %%
def f0():
    return question.count("?")
""",
        "f0()",
    ),
    entry(
        "python_prompts",
        r"""
>>> a = 2
>>> def f0(x):
...     return a * x
...
>>> b = f0(3)
""",
        "f0(5)",
        "b",
    ),
    entry(
        "python_prompts_with_output",
        r"""
>>> k = 3
>>> total = 0
>>> for i in range(k):
...     total += i
# %%
def f0():
    return total
""",
        "f0()",
    ),
    entry(
        "ipython_prompts",
        r"""
In [3]: w = 0.5

In [4]: def f0(x):
   ...:     return w * x
   ...:
# %%
half = f0(5)
""",
        "half",
    ),
    entry(
        "ipython_prompt_before_magic",
        r"""
In [1]: %time n = 40 + 2
# %%
def f0():
    return n
""",
        "f0()",
    ),
    entry(
        "whole_cell_is_indented",
        r"""
    scale = 3
    def f0(x):
        return scale * x
    y = f0(2)
""",
        "f0(4)",
        "y",
    ),
    entry(
        "first_line_alone_is_indented",
        r"""
  x = 1
y = 2
# %%
def f0():
    return 5
""",
        "f0()",
    ),
    entry(
        "indented_with_tabs",
        "\tlayers = [4, 8]\n\tfor i in range(2):\n\t\tlayers.append(i)\n# %%\ndef f0():\n\treturn layers\n",
        "f0()",
    ),
    entry(
        "trailing_semicolons",
        r"""
x = 3;
x + 1;
def f0(): return x;
# %%
y = f0();
""",
        "y",
    ),
    entry(
        "semicolon_keeps_underscore",
        r"""
10
# %%
20;
# %%
last = _
""",
        "last",
    ),
    entry(
        "statements_on_one_line",
        r"""
import math; r = 2; area = math.pi * r ** 2
if r: s = 1; t = 2
# %%
def f0(): u = s + t; return u
""",
        "f0()",
        "area",
    ),
    entry(
        "parentheses_left_out",
        r"""
a, b = 1, 2
/max a b
m = _
# %%
,str.split x y
""",
        "m",
    ),
]
