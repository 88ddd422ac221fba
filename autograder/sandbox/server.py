"""The fork server: a process that has imported everything, does nothing itself, and forks workers on request."""

from __future__ import annotations

import gc
import json
import os
import selectors
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, NoReturn

from autograder.sandbox import environment, linux, namespaces, scratch, seccomp, user
from autograder.sandbox.channel import ControlChannel
from autograder.sandbox.confine import ServerRules, WorkerLimits
from autograder.sandbox.output_log import OutputLog
from autograder.sandbox.time_limits import SERVER_SEND_SECONDS
from autograder.sandbox.visible_paths import VisiblePaths
from autograder.sandbox.worker_process import WorkerProcess
from autograder.sandbox.worker_start import run_worker

_MESSAGE_BYTES = 64 * 1024


@dataclass(frozen=True)
class Plan:
    """What a server needs to know when it starts."""

    serve: Callable[[socket.socket], None]
    attack: Callable[[socket.socket, dict[str, Any]], None]
    """Runs instead of ``serve`` in the worker of the self-test."""
    warm: Callable[[], None]
    """Imports what the workers need and the process that forks the server does not."""
    level: int
    visible: VisiblePaths
    landlock: bool
    threads: int
    """Per worker."""


def run(plan: Plan, control: socket.socket, channel: ControlChannel, parent: int) -> NoReturn:
    """Prepare this freshly forked process, report the outcome on ``channel``, and serve ``control`` until the end."""
    try:
        os.setsid()  # a Ctrl-C at the judge's terminal must reach the judge alone
        environment.close_all_but([control.fileno(), channel.fileno()])
        environment.redirect_streams(None)
        server = Server(plan, control, parent)
        server.prepare()
    except BaseException as error:
        channel.send(error="".join(traceback.format_exception_only(error)).strip())
        os._exit(1)
    channel.send(error="")
    channel.close()
    try:
        server.loop()
    finally:
        os._exit(0)


class Server:
    """The server's single thread. One selector does all the waiting, so no worker can hold up another."""

    def __init__(self, plan: Plan, control: socket.socket, parent: int) -> None:
        self.plan = plan
        self.control = control
        self.parent = parent
        self.selector = selectors.DefaultSelector()
        self.workers: dict[int, WorkerProcess] = {}
        self.closing = False
        self.spawned = 0
        self.pid = os.getpid()

    def prepare(self) -> None:
        """Set up everything that the workers inherit."""
        self.plan.warm()
        gc.freeze()  # otherwise the collector would touch, and so copy, every shared page
        self._listen()
        self._set_parent_death_signal()
        if self.plan.level == 0:
            import psutil  # noqa: F401  (imported now, not when the first worker has to be stopped)
        if sys.platform == "linux":
            linux.limit_malloc_arenas(2)
            linux.prctl(linux.PR_SET_CHILD_SUBREAPER, 1)
        environment.replace_variables(self.plan.threads)
        environment.restrict_imports(self.plan.visible)
        syscall_filter = seccomp.build() if self.plan.level >= 1 else None
        if self.plan.level >= 3:
            namespaces.enter(self.plan.visible)
            self.scratch_base = None
        else:
            self.scratch_base = scratch.make_base()
        self.rules = ServerRules(self.plan.level, self.plan.visible, syscall_filter, self.plan.landlock)

    def loop(self) -> None:
        """Answer requests until the caller closes the server, ends or is killed; then end all workers."""
        while not self.closing:
            self._wait(1.0)
            self._reap()
            self.closing = self.closing or os.getppid() != self.parent  # for systems without a parent-death signal
        for worker in self.workers.values():
            worker.kill()
        while self.workers:
            self._wait(0.05)
            self._reap()
        if self.scratch_base is not None:
            scratch.remove(self.scratch_base)

    def _wait(self, seconds: float) -> None:
        """Handle what arrives within ``seconds``; look more often while a killed worker is not gone yet."""
        any_killed = any(worker.killed for worker in self.workers.values())
        for key, _ in self.selector.select(0.05 if any_killed else seconds):
            if key.fd in self.selector.get_map():  # the handler before this one may have closed it
                key.data()

    def _listen(self) -> None:
        """Wake the selector at requests and at signals."""
        wake, woken = socket.socketpair()
        for end in (wake, woken):
            end.setblocking(False)
        self._wake, self._woken = wake, woken
        signal.set_wakeup_fd(woken.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGTERM, lambda *_: self._close())
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        self.selector.register(wake, selectors.EVENT_READ, lambda: wake.recv(4096))
        self.selector.register(self.control, selectors.EVENT_READ, self._handle_request)

    def _close(self) -> None:
        self.closing = True

    def _set_parent_death_signal(self) -> None:
        """Let the kernel end this process with its parent; close in an orderly way if the parent is gone already."""
        # SIGTERM leaves time to end the workers; at level 3 the kernel ends them all with the namespace
        if sys.platform == "linux":
            linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL if self.plan.level >= 3 else signal.SIGTERM)
        self.closing = self.closing or os.getppid() != self.parent

    def _handle_request(self) -> None:
        data, descriptors, _, _ = socket.recv_fds(self.control, _MESSAGE_BYTES, 3)
        request = json.loads(data) if data else {"op": "close"}
        if request["op"] == "close":
            self._close()
        else:
            self._spawn(request, *descriptors)

    def _spawn(self, request: dict[str, Any], connection: int, control: int, submission: int) -> None:
        """Fork a worker; the three descriptors are for it and are closed here."""
        limits = self._choose_limits(request)
        log_end, output = os.pipe()
        channel = ControlChannel(socket.socket(fileno=control), seconds=SERVER_SEND_SECONDS)
        attack = request["attack"]
        serve = self.plan.serve if attack is None else partial(self._attack, attack)
        pid = os.fork()
        if pid == 0:
            run_worker(
                serve,
                self.rules,
                limits,
                server_pid=self.pid,
                channel=channel,
                connection=connection,
                submission=submission,
                output=output,
            )
        for descriptor in (connection, submission, output):
            os.close(descriptor)
        worker = WorkerProcess(
            pid=pid,
            uid=limits.uid,
            scratch=limits.scratch if self.scratch_base is not None else None,
            channel=channel,
            log=OutputLog(log_end),
            memory_mb=limits.memory_mb,
            restore_parent_death_signal=self._set_parent_death_signal,
            all_workers=self.workers,
        )
        self.workers[pid] = worker
        self.selector.register(worker.log, selectors.EVENT_READ, lambda: self._read_output(worker))
        self.selector.register(channel, selectors.EVENT_READ, lambda: self._handle_judge_message(worker))

    def _choose_limits(self, request: dict[str, Any]) -> WorkerLimits:
        self.spawned += 1
        taken = {worker.uid for worker in self.workers.values() if worker.uid}
        uid = user.choose_id(taken) if self.plan.level >= 1 else None
        folder = namespaces.SCRATCH if self.scratch_base is None else self.scratch_base / str(self.spawned)
        return WorkerLimits(request["memory_mb"], request["cpu_seconds"], folder, uid)

    def _attack(self, targets: dict[str, Any], connection: socket.socket) -> None:
        self.plan.attack(connection, targets)

    def _read_output(self, worker: WorkerProcess) -> None:
        if not worker.log.read():
            self._unregister(worker.log)

    def _unregister(self, source: OutputLog | ControlChannel) -> None:
        if source in self.selector.get_map():
            self.selector.unregister(source)

    def _handle_judge_message(self, worker: WorkerProcess) -> None:
        """Obey the judge of a worker; a closed channel means that the judge is gone."""
        message = worker.channel.receive()
        if message is None or message["op"] == "stop":
            self._unregister(worker.channel)
            worker.judge_waits = message is not None
            worker.kill()
        elif message["op"] == "log":
            worker.log.read()
            worker.tell_judge(op="log", text=worker.log.text())
        elif message["op"] == "use":
            worker.tell_judge(op="use", use=worker.measure_use())

    def _reap(self) -> None:
        """Collect the status of every child that ended, adopted orphans included; finish workers that are gone."""
        while True:
            try:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                break
            if pid == 0:
                break
            if pid in self.workers:
                self.workers[pid].record_exit(status, usage)
        for pid, worker in list(self.workers.items()):
            if worker.killed and worker.is_gone():
                self._unregister(worker.log)
                self._unregister(worker.channel)
                del self.workers[pid]
                worker.finish()
