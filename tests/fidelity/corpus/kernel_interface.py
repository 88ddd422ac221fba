"""``get_ipython()``, ``__name__``, ``__file__`` and arguments of the command line."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "run_line_magic",
        r"""
get_ipython().run_line_magic("matplotlib", "inline")
get_ipython().run_line_magic("time", "q = 5")
# %%
def f0():
    return q
""",
        "f0()",
    ),
    entry(
        "old_magic_method",
        r"""
ip = get_ipython()
if ip is not None:
    ip.run_line_magic("env", "DEPTH=4")
# %%
import os
def f0():
    return os.environ["DEPTH"]
""",
        "f0()",
    ),
    entry(
        "system_and_getoutput",
        r"""
get_ipython().system("echo hello")
lines = get_ipython().getoutput("echo a; echo b")
# %%
def f0():
    return list(lines)
""",
        "f0()",
    ),
    entry(
        "user_ns_bound",
        r"""
get_ipython().user_ns["injected"] = 12
# %%
def f0():
    return injected + 1
""",
        "f0()",
    ),
    entry(
        "push_and_ex",
        r"""
get_ipython().push({"m": 2, "k": 3})
get_ipython().ex("product = m * k")
value = get_ipython().ev("product + 1")
# %%
def f0():
    return [product, value]
""",
        "f0()",
    ),
    entry(
        "run_cell_text",
        r"""
code = "s = 0\nfor i in range(4):\n    s += i"
get_ipython().run_cell(code)
# %%
def f0():
    return s
""",
        "f0()",
    ),
    entry(
        "run_cell_magic",
        r"""
get_ipython().run_cell_magic("time", "", "deep = 9\n")
# %%
def f0():
    return deep
""",
        "f0()",
    ),
    entry(
        "is_this_a_notebook",
        r"""
try:
    shell = get_ipython().__class__.__name__
    interactive = shell == "ZMQInteractiveShell"
except NameError:
    interactive = False
bar = "notebook" if interactive else "text"
# %%
def f0():
    return bar
""",
        "f0()",
    ),
    entry(
        "colab_test",
        r"""
import sys
IN_COLAB = "google.colab" in sys.modules
ON_COLAB = "google.colab" in str(get_ipython())
path = "/content" if IN_COLAB or ON_COLAB else "."
# %%
def f0():
    return path
""",
        "f0()",
    ),
    entry(
        "colab_import_that_fails",
        r"""
from google.colab import drive
drive.mount("/content/drive")
# %%
def f0(x):
    return x + 1
""",
        "f0(1)",
    ),
    entry(
        "main_block_runs",
        r"""
def main():
    global trained
    trained = 5
if __name__ == "__main__":
    main()
    extra = 1
# %%
def f0():
    return trained + extra
""",
        "f0()",
        "__name__",
    ),
    entry(
        "no_file",
        r"""
try:
    here = __file__
except NameError:
    here = "no file"
# %%
def f0():
    return here
""",
        "f0()",
    ),
    entry(
        "file_used_without_guard",
        r"""
import os
root = os.path.dirname(__file__)
# %%
def f0():
    return 3
""",
        "f0()",
        "root",
    ),
    entry(
        "argparse_with_empty_list",
        r"""
import argparse
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=0.1)
parser.add_argument("--epochs", type=int, default=3)
args = parser.parse_args([])
# %%
def f0():
    return [args.lr, args.epochs]
""",
        "f0()",
    ),
    entry(
        "argparse_group_and_set_defaults",
        r"""
import argparse
parser = argparse.ArgumentParser()
group = parser.add_argument_group("model")
group.add_argument("--width", type=int, default=8)
sub = parser.add_mutually_exclusive_group()
sub.add_argument("--gpu", action="store_true")
parser.set_defaults(name="mlp")
args = parser.parse_args("--width 16".split())
# %%
def f0():
    return sorted(vars(args).items())
""",
        "f0()",
    ),
    entry(
        "argparse_known_args",
        r"""
import argparse
parser = argparse.ArgumentParser()
parser.add_argument("--seed", type=int, default=7)
args, unknown = parser.parse_known_args()
# %%
def f0():
    return args.seed
""",
        "f0()",
    ),
    entry(
        "sys_argv_replaced",
        r"""
import sys, argparse
sys.argv = ["train.py", "--depth", "6"]
p = argparse.ArgumentParser()
p.add_argument("--depth", type=int)
options = p.parse_args()
# %%
def f0():
    return options.depth
""",
        "f0()",
    ),
    entry(
        "parse_args_fails_on_the_kernels_arguments",
        r"""
import argparse
p = argparse.ArgumentParser()
p.add_argument("--depth", type=int, default=2)
p.add_argument("-f", "--file", default="")
args = p.parse_args(args=["-f", "kernel.json"])
# %%
def f0():
    return [args.depth, args.file]
""",
        "f0()",
    ),
    entry(
        "vars_in_module_dict",
        r"""
import sys
here = sys.modules[__name__]
setattr(here, "bias", 4)
# %%
import __main__
__main__.gain = 2
# %%
def f0(x):
    return gain * x + bias
""",
        "f0(3)",
    ),
]
