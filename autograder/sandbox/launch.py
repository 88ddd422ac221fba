"""Forks the server process; at level 3 a keeper process, which stays outside the server's pid namespace, forks it."""

from __future__ import annotations

import os
import signal
import socket
import sys
from typing import NoReturn

from autograder.sandbox import confine, environment, linux, server
from autograder.sandbox.channel import ControlChannel
from autograder.sandbox.time_limits import LAUNCH_SECONDS

_PACKETS = socket.SOCK_SEQPACKET if sys.platform == "linux" else socket.SOCK_DGRAM
"""One datagram is one request, so that several judges may write to the same socket."""


class LaunchError(Exception):
    """The server could not prepare itself; the message is the reason."""


def launch(plan: server.Plan) -> tuple[socket.socket, int]:
    """Return the socket for requests and the process to wait for at the end. Raises LaunchError."""
    control, server_control = socket.socketpair(socket.AF_UNIX, _PACKETS)
    our_end, server_end = socket.socketpair()
    channel = ControlChannel(our_end, LAUNCH_SECONDS)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()  # a fork would inherit, and could print, what is still buffered
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        try:
            if plan.level >= 3:
                _run_keeper(plan, server_control, server_end, parent)
            confine.die_with_parent(parent, signal.SIGTERM)
            server.run(plan, server_control, ControlChannel(server_end, LAUNCH_SECONDS), parent)
        finally:
            os._exit(1)
    server_control.close()
    server_end.close()
    if problem := _wait_until_prepared(channel):
        control.close()
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        raise LaunchError(problem)
    return control, pid


def _wait_until_prepared(channel: ControlChannel) -> str:
    """Return why the server could not prepare itself, or ""; closes the channel."""
    try:
        message = channel.receive()
    except TimeoutError:
        return f"no answer within {LAUNCH_SECONDS:.0f} s"
    finally:
        channel.close()
    return "it died while it prepared itself" if message is None else str(message["error"])


def _run_keeper(plan: server.Plan, control: socket.socket, server_end: socket.socket, parent: int) -> NoReturn:
    """Fork the server as the first process of a new pid namespace, and live exactly as long as it does."""
    try:
        confine.die_with_parent(parent, signal.SIGKILL)
        os.setsid()
        environment.close_all_but([control.fileno(), server_end.fileno()])
        environment.redirect_streams(None)
        channel = ControlChannel(server_end, LAUNCH_SECONDS)
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
