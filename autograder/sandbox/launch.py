"""Forks the server process, at level 3 by way of a keeper that stays outside its pid namespace."""

from __future__ import annotations

import os
import signal
import socket
import sys
from typing import NoReturn

from autograder.sandbox import confine as ladder
from autograder.sandbox import environment, linux, server
from autograder.sandbox.channel import ControlChannel
from autograder.sandbox.time_limits import LAUNCH_SECONDS

_PACKETS = socket.SOCK_SEQPACKET if sys.platform == "linux" else socket.SOCK_DGRAM
"""One datagram is one request, so that several judges may write to the same socket."""


class LaunchError(Exception):
    """The server could not prepare itself; the message is the reason."""


def launch(plan: server.Plan) -> tuple[socket.socket, int]:
    """(the socket for requests, the process to wait for at the end). Raises LaunchError."""
    control, theirs = socket.socketpair(socket.AF_UNIX, _PACKETS)
    ours, answer = socket.socketpair()
    listening = ControlChannel(ours, LAUNCH_SECONDS)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()  # a fork would inherit, and could print, what is still buffered
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        try:
            if plan.level >= 3:
                _keep(plan, theirs, answer, parent)
            ladder.die_with_parent(parent, signal.SIGTERM)
            server.run(plan, theirs, ControlChannel(answer, LAUNCH_SECONDS), parent)
        finally:
            os._exit(1)
    theirs.close()
    answer.close()
    try:
        reply = listening.receive()
        reason = "it died while it prepared itself" if reply is None else reply["error"]
    except TimeoutError:
        reason = f"no answer within {LAUNCH_SECONDS:.0f} s"
    finally:
        listening.close()
    if reason:
        control.close()
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        raise LaunchError(reason)
    return control, pid


def _keep(plan: server.Plan, control: socket.socket, answer: socket.socket, parent: int) -> NoReturn:
    """Make the server the first process of a new pid namespace, and live exactly as long as it does."""
    try:
        ladder.die_with_parent(parent, signal.SIGKILL)
        os.setsid()
        environment.close_all_but([control.fileno(), answer.fileno()])
        environment.redirect(None)
        channel = ControlChannel(answer, LAUNCH_SECONDS)
        try:
            linux.unshare(linux.CLONE_NEWPID)
            pid = os.fork()
        except OSError as error:
            channel.send(error=str(error))
            os._exit(1)
        if pid == 0:
            server.run(plan, control, channel, parent=0)  # the keeper has no number in the new namespace
        control.close()
        channel.close()
        os.waitpid(pid, 0)
    finally:
        os._exit(0)
