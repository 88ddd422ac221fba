"""A filter that refuses system calls which no worker needs (library ``pyseccomp``, which loads libseccomp).

Every call is allowed that is not named here, because student code must run with any version of numpy, torch and
TensorFlow.
"""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING

from autograder.sandbox import linux

if TYPE_CHECKING:
    import pyseccomp

REFUSED = {
    "other processes": "ptrace process_vm_readv process_vm_writev process_madvise kcmp pidfd_getfd",
    "file systems": "mount umount umount2 pivot_root chroot open_tree move_mount fsopen fsconfig fsmount fspick "
    "mount_setattr open_by_handle_at fanotify_init quotactl quotactl_fd acct swapon swapoff",
    "namespaces": "unshare setns",
    "the kernel": "bpf perf_event_open userfaultfd kexec_load kexec_file_load init_module finit_module delete_module "
    "create_module syslog reboot personality iopl ioperm vhangup lookup_dcookie",
    "requests that bypass this filter": "io_uring_setup io_uring_enter io_uring_register",
    "keys": "add_key request_key keyctl",
    "objects that outlive their creator": "shmget msgget semget mq_open",
    "clock and name": "settimeofday clock_settime clock_adjtime adjtimex stime sethostname setdomainname",
}
"""Purpose → system calls that fail with EPERM."""

_NUMBERS = {
    "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427, "open_tree": 428, "move_mount": 429,
    "fsopen": 430, "fsconfig": 431, "fsmount": 432, "fspick": 433, "clone3": 435, "pidfd_getfd": 438,
    "process_madvise": 440, "mount_setattr": 442, "quotactl_fd": 443,
}  # fmt: skip
"""Numbers, equal on every architecture, for a libseccomp that is older than the call."""

_NAMESPACE_FLAGS = (
    linux.CLONE_NEWNS, linux.CLONE_NEWCGROUP, linux.CLONE_NEWUTS, linux.CLONE_NEWIPC, linux.CLONE_NEWUSER,
    linux.CLONE_NEWPID, linux.CLONE_NEWNET,
)  # fmt: skip
_TERMINAL_INPUT = (0x5412, 0x541C)
"""TIOCSTI and TIOCLINUX type into another user's terminal."""


def build() -> pyseccomp.SyscallFilter:
    """Build the filter; the worker loads it with ``.load()``. Raises OSError when libseccomp refuses a rule."""
    import pyseccomp as library

    refuse = library.ERRNO(errno.EPERM)
    rules = library.SyscallFilter(library.ALLOW)
    for names in REFUSED.values():
        for name in names.split():
            if (number := _find_number(name)) is not None:
                rules.add_rule(refuse, number)
    rules.add_rule(refuse, "socket", library.Arg(0, library.NE, socket.AF_UNIX))
    for flag in _NAMESPACE_FLAGS:
        rules.add_rule(refuse, "clone", library.Arg(0, library.MASKED_EQ, flag, flag))
    for request in _TERMINAL_INPUT:
        rules.add_rule(refuse, "ioctl", library.Arg(1, library.MASKED_EQ, 0xFFFFFFFF, request))
    # the flags of clone3 are in memory, where no filter can read them; glibc falls back to clone
    rules.add_rule(library.ERRNO(errno.ENOSYS), _NUMBERS["clone3"])
    # a worker must not outlive its server; setting another signal, as torch.multiprocessing does, is fine
    off = library.Arg(1, library.EQ, 0)
    rules.add_rule(refuse, "prctl", library.Arg(0, library.EQ, linux.PR_SET_PDEATHSIG), off)
    return rules


def _find_number(name: str) -> int | None:
    """Return the number of a system call, or None if this architecture has no such call."""
    import pyseccomp as library

    number: int = library.resolve_syscall(library.Arch.NATIVE, name)
    if number >= 0:
        return number
    return _NUMBERS.get(name)
