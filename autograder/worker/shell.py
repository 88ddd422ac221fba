"""What notebooks find in a kernel beside Python: ``get_ipython()`` and ``display``, for code that calls them.

The shell is IPython's own, made when it is first asked for. It keeps no history, draws nothing and installs nothing;
shell commands run for a few seconds at most.
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
WITH_EFFECT = frozenset("run env set_env cd pushd popd store reset xdel pylab alias".split())
"""Line magics of IPython that change names or the process. All others show, install or measure something: without a
person in front of the notebook they have nothing to do."""


def install(module: types.ModuleType) -> None:
    """Give the code of ``module`` what a kernel gives to a notebook."""
    _Builtins.module = module
    builtins.get_ipython = get_ipython  # type: ignore[attr-defined]
    builtins.display = display  # type: ignore[attr-defined]


class _Builtins:
    """The module that the functions below serve."""

    module: types.ModuleType = types.ModuleType("__main__")
    shell: Any = None


def get_ipython() -> Any:
    """IPython's shell with the names of the notebook that runs."""
    if _Builtins.shell is None:
        _Builtins.shell = _make_shell()
    shell = _Builtins.shell
    if shell.user_module is not _Builtins.module:
        shell.user_module, shell.user_ns = _Builtins.module, vars(_Builtins.module)
    return shell


def display(*objects: Any, **options: Any) -> Any:
    """As in a notebook; what is displayed goes to the log."""
    from IPython.display import display as show

    with contextlib.suppress(Exception):  # drawing is no part of an answer
        return show(*objects, **options)  # type: ignore[no-untyped-call]
    return None


def _make_shell() -> Any:
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import CapturedIO
    from IPython.utils.text import SList
    from traitlets.config import Config

    class Shell(InteractiveShell):
        def system(self, command: str) -> None:
            _run_command(command)

        system_piped = system_raw = system

        def getoutput(self, command: str, split: bool = True, depth: int = 0) -> Any:
            text = _run_command(command)
            return SList(text.splitlines()) if split else text

        def run_line_magic(self, name: str, line: str, _stack_depth: int = 1) -> Any:
            own = self.magics_manager.magics["line"].get(name)  # of the notebook itself?
            if name not in WITH_EFFECT and (own is None or own.__module__.startswith("IPython")):
                return None
            return super().run_line_magic(name, line, _stack_depth)

        def captured(self) -> Any:
            return CapturedIO(None, None)

        def enable_gui(self, gui: Any = None) -> None:
            pass

    settings = Config()
    settings.HistoryManager.enabled = False
    settings.InteractiveShell.colors = "nocolor"
    module = _Builtins.module
    return Shell(user_module=module, user_ns=vars(module), config=settings)  # type: ignore[no-untyped-call]


def _run_command(command: str) -> str:
    """What the command prints; nothing for one that needs a network or takes too long."""
    words = command.replace("sudo ", "").split()
    if not words or words[0] in _INSTALLERS or words[:3] == ["python", "-m", "pip"]:
        return ""
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
        return done.stdout
    return ""
