"""IPython's own shell for a notebook: ``get_ipython()``, ``display``, and cells run as a kernel runs them.

It keeps no history between sessions, draws nothing and installs nothing; shell commands run for a few seconds at most.
"""

from __future__ import annotations

import builtins
import contextlib
import subprocess
import types
from typing import Any

COMMAND_SECONDS = 5.0
"""How long a command of the notebook (``!ls``) may take."""
_INSTALLERS = frozenset("pip pip3 conda mamba apt apt-get brew npm wget curl git gdown kaggle nvidia-smi".split())
"""Commands that need a network or a device; where work is graded there is neither, and nothing depends on them."""
_SKIPPED_MAGICS = frozenset("matplotlib pip conda mamba uv tensorboard".split())
"""Line magics that install something or open a window."""
_made: dict[str, Any] = {}
"""``module``: the notebook that runs; ``shell``: its shell, once something has asked for it."""


def install(module: types.ModuleType) -> None:
    """Give the code of ``module`` what a kernel gives to a notebook."""
    _made["module"] = module
    builtins.get_ipython = get_ipython  # type: ignore[attr-defined]
    builtins.display = display  # type: ignore[attr-defined]


def get_ipython() -> Any:
    """IPython's shell with the names of the notebook that runs."""
    module = _made["module"]
    shell = _made.get("shell")
    if shell is None or shell.user_module is not module:
        shell = _made["shell"] = make_shell(module)
    return shell


def display(*objects: Any, **options: Any) -> Any:
    """As in a notebook; what is displayed goes to the log."""
    from IPython.display import display as show

    get_ipython()
    with contextlib.suppress(Exception):  # drawing is no part of an answer
        return show(*objects, **options)  # type: ignore[no-untyped-call]
    return None


def make_shell(module: types.ModuleType) -> Any:
    """A shell like that of a kernel, with the names of ``module``. Code carries the label of its cell as file name."""
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import CapturedIO
    from IPython.utils.text import SList
    from traitlets.config import Config

    class ZMQInteractiveShell(InteractiveShell):
        """Of the name by which notebooks recognise a kernel."""

        label = "<notebook>"

        def init_sys_modules(self) -> None:
            self._main_mod_cache: dict[str, Any] = {}

        def system(self, command: str) -> None:
            _, status = _run_command(self.var_expand(command, depth=1))  # type: ignore[no-untyped-call]
            self.user_ns["_exit_code"] = status

        system_piped = system_raw = system

        def getoutput(self, command: str, split: bool = True, depth: int = 0) -> Any:
            text, _ = _run_command(self.var_expand(command, depth=depth + 1))  # type: ignore[no-untyped-call]
            return SList(text.splitlines()) if split else text

        def run_line_magic(self, name: str, line: str, _stack_depth: int = 1) -> Any:
            known = self.magics_manager.magics
            if name in _SKIPPED_MAGICS or not (name in known["line"] or name in known["cell"]):
                return None  # a magic of another tool (Colab, Databricks): nothing of it is here
            return super().run_line_magic(name, line, _stack_depth + 1)

        def captured(self) -> Any:
            """What ``%%capture`` keeps, for code that was read without it: nothing."""
            return CapturedIO(None, None)

        def enable_gui(self, gui: Any = None) -> None:
            pass

    settings = Config()
    settings.HistoryManager.enabled = False
    settings.InteractiveShell.colors = "nocolor"
    settings.InteractiveShell.xmode = "Minimal"
    InteractiveShell.clear_instance()
    shell = ZMQInteractiveShell.instance(user_module=module, user_ns=vars(module), config=settings)
    shell.compile.get_code_name = lambda *code: shell.label  # type: ignore[method-assign]
    return shell


def _run_command(command: str) -> tuple[str, int]:
    """What the command prints, and its status; nothing and 0 for one that needs a network or takes too long."""
    words = command.replace("sudo ", "").split()
    if not words or words[0] in _INSTALLERS or words[:3] == ["python", "-m", "pip"]:
        return "", 0
    with contextlib.suppress(OSError, subprocess.SubprocessError, ValueError):
        done = subprocess.run(
            command,
            shell=True,  # the notebook asks for a shell; the worker is confined
            capture_output=True,
            text=True,
            timeout=COMMAND_SECONDS,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        print(done.stdout + done.stderr)
        return done.stdout, done.returncode
    return "", 0
