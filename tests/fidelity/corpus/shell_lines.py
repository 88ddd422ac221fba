"""Lines for the shell."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "pip_continued_line",
        r"""
!pip install -q \
    numpy \
    "matplotlib"
# %%
import numpy as np
def norm(v):
    return float(np.linalg.norm(v))
""",
        "norm([3, 4])",
    ),
    entry(
        "files_from_ls",
        r"""
files = !ls *.txt
# %%
def count():
    return len(files)
def first():
    return files[0]
""",
        "count()",
        "first()",
        files={"a.txt": "1\n", "b.txt": "2\n"},
    ),
    entry(
        "double_bang",
        r"""
!!echo out
# %%
answer = _[0]
# %%
def f0():
    return answer
""",
        "f0()",
    ),
    entry(
        "output_as_number",
        r"""
lines = !echo 3; echo 4
total = sum(int(n) for n in lines)
# %%
def f0():
    return total
""",
        "f0()",
        "lines.n",
    ),
    entry(
        "variables_go_into_the_line",
        r"""
word = "tensor"
out = !echo {word}-$word
# %%
def f0():
    return out[0]
""",
        "f0()",
    ),
    entry(
        "in_if_block",
        r"""
import os
if not os.path.exists("downloads"):
    !mkdir downloads
    !echo "7" > downloads/n.txt
else:
    !echo there
n = int(open("downloads/n.txt").read())
# %%
def f0():
    return n
""",
        "f0()",
    ),
    entry(
        "alone_in_if_block",
        r"""
ON_COLAB = False
if ON_COLAB:
    !pip install something
elif True:
    !echo local
# %%
def f0():
    return "local" if not ON_COLAB else "colab"
""",
        "f0()",
    ),
    entry(
        "wget_that_fails_then_python",
        r"""
!wget -q http://127.0.0.1:9/nothing.zip -O data.zip
!unzip -q data.zip
# %%
def normalise(x):
    return [v / 255 for v in x]
""",
        "normalise([51])",
    ),
    entry(
        "nvidia_smi_and_comments",
        r"""
# which GPU is it?
!nvidia-smi  # not here
device = "cpu"
# %%
def f0():
    return device
""",
        "f0()",
    ),
    entry(
        "echo_into_module_then_import",
        r"""
!echo "C = 42" > constants_of_mine.py
# %%
import constants_of_mine
# %%
def f0():
    return constants_of_mine.C
""",
        "f0()",
    ),
    entry(
        "in_loop_and_function",
        r"""
def greet(name):
    out = !echo hi $name
    return out[0]
# %%
greetings = []
for name in ["ada", "emmy"]:
    greetings.append(greet(name))
""",
        "greetings",
    ),
    entry(
        "cat_a_file_and_strings_with_bangs",
        r"""
!cat notes.txt
text = "!important"
percent = "100 %time"
# %%
def f0():
    return text + percent
""",
        "f0()",
        files={"notes.txt": "remember\n"},
    ),
    entry(
        "bang_inside_multiline_string",
        r'''
doc = """
!ls
%cd nowhere
?x
"""
# %%
def f0():
    return doc.strip().splitlines()
''',
        "f0()",
    ),
    entry(
        "exit_code",
        r"""
!false
code = _exit_code
# %%
def f0():
    return code
""",
        "f0()",
    ),
]
