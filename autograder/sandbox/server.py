"""The fork server: a process that imported everything, does nothing itself, and forks workers on request."""

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
from typing import Any, NoReturn

from autograder.sandbox import confine as ladder
from autograder.sandbox import environment, linux, namespaces, scratch, seccomp
from autograder.sandbox.channel import ControlChannel
from autograder.sandbox.output_log import Log
from autograder.sandbox.time_limits import SERVER_SEND_SECONDS
from autograder.sandbox.user import fresh
from autograder.sandbox.visible_paths import Readable
from autograder.sandbox.worker_process import OUT_OF_MEMORY, WorkerProcess

Serve = Callable[[socket.socket], None]

_MESSAGE_BYTES = 64 * 1024


@dataclass(frozen=True)
class Plan:
    """What a server is started with."""

    serve: Serve
    attack: Callable[[socket.socket, dict[str, Any]], None]
    """Runs in place of ``serve`` in the worker of the self-test."""
    warm: Callable[[], None]
    """Imports what the workers need and the process that asked for them does not."""
    level: int
    readable: Readable
    landlock: bool
    threads: int


def run(plan: Plan, control: socket.socket, answer: ControlChannel, parent: int) -> NoReturn:
    """Prepare this freshly forked process, say on ``answer`` how that went, and serve ``control`` until the end."""
    try:
        os.setsid()  # a Ctrl-C at the judge's terminal is the judge's business
        environment.close_all_but([control.fileno(), answer.fileno()])
        environment.redirect(None)
        server = Server(plan, control, parent)
        server.prepare()
    except BaseException as error:
        answer.send(error="".join(traceback.format_exception_only(error)).strip())
        os._exit(1)
    answer.send(error="")
    answer.close()
    try:
        server.loop()
    finally:
        os._exit(0)


class Server:
    """Single-threaded; every wait is in one selector, so no worker can hold up another."""

    def __init__(self, plan: Plan, control: socket.socket, parent: int) -> None:
        self.plan = plan
        self.control = control
        self.parent = parent
        self.selector = selectors.DefaultSelector()
        self.workers: dict[int, WorkerProcess] = {}
        self.closing = False
        self.started = 0
        self.pid = os.getpid()

    def prepare(self) -> None:
        """Everything that the workers then inherit."""
        self.plan.warm()
        gc.freeze()  # the collector would otherwise touch, and so copy, every shared page
        self._listen()
        self._tie_to_parent()
        if self.plan.level == 0:
            import psutil  # noqa: F401  (imported now, not once the first worker is to be stopped)
        if sys.platform == "linux":
            linux.limit_malloc_arenas(2)
            linux.prctl(linux.PR_SET_CHILD_SUBREAPER, 1)
        environment.replace_variables(self.plan.threads)
        environment.keep_import_folders(self.plan.readable)
        filter = seccomp.build() if self.plan.level >= 1 else None
        if self.plan.level >= 3:
            namespaces.enter(self.plan.readable)
            self.base = None
        else:
            self.base = scratch.make_base()
        self.rules = ladder.ServerRules(self.plan.level, self.plan.readable, filter, self.plan.landlock)

    def loop(self) -> None:
        """Answer requests until the caller closes, ends or is killed; then end all workers."""
        while not self.closing:
            self._wait(1.0)
            self._reap()
            self.closing = self.closing or os.getppid() != self.parent  # systems without PDEATHSIG
        for worker in self.workers.values():
            worker.kill()
        while self.workers:
            self._wait(0.05)
            self._reap()
        if self.base is not None:
            scratch.remove(self.base)

    def _wait(self, seconds: float) -> None:
        dying = any(worker.killed for worker in self.workers.values())
        for key, _ in self.selector.select(0.05 if dying else seconds):
            if key.fd in self.selector.get_map():  # not closed by the one before
                key.data()

    def _listen(self) -> None:
        wake, woken = socket.socketpair()
        for end in (wake, woken):
            end.setblocking(False)
        self._wake, self._woken = wake, woken
        signal.set_wakeup_fd(woken.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGTERM, lambda *_: self._close())
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        self.selector.register(wake, selectors.EVENT_READ, lambda: wake.recv(4096))
        self.selector.register(self.control, selectors.EVENT_READ, self._request)

    def _close(self) -> None:
        self.closing = True

    def _tie_to_parent(self) -> None:
        """Have the kernel end this process with its parent; if that is gone already, end in good order."""
        # SIGTERM leaves time to end the workers; at level 3 the kernel ends them all with the namespace
        if sys.platform == "linux":
            linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL if self.plan.level >= 3 else signal.SIGTERM)
        self.closing = self.closing or os.getppid() != self.parent

    def _request(self) -> None:
        data, descriptors, _, _ = socket.recv_fds(self.control, _MESSAGE_BYTES, 3)
        if not data:
            self.closing = True
            return
        request = json.loads(data)
        if request["op"] == "close":
            self.closing = True
            return
        self._spawn(request, *descriptors)

    def _spawn(self, request: dict[str, Any], connection: int, channel: int, folder: int) -> None:
        self.started += 1
        uid = fresh({w.uid for w in self.workers.values() if w.uid}) if self.plan.level >= 1 else None
        place = self.base / str(self.started) if self.base is not None else namespaces.SCRATCH
        order = ladder.WorkerLimits(request["memory_mb"], request["cpu_seconds"], place, uid)
        reading, writing = os.pipe()
        link = ControlChannel(socket.socket(fileno=channel), seconds=SERVER_SEND_SECONDS)
        pid = os.fork()
        if pid == 0:
            self._worker(order, request["attack"], connection, link, folder, writing)
        for descriptor in (connection, folder, writing):
            os.close(descriptor)
        worker = WorkerProcess(
            pid=pid,
            uid=uid,
            scratch=self.base and place,
            link=link,
            log=Log(reading),
            memory_mb=request["memory_mb"],
            retie=self._tie_to_parent,
            siblings=self.workers,
        )
        self.workers[pid] = worker
        self.selector.register(worker.log, selectors.EVENT_READ, lambda: self._drain(worker))
        self.selector.register(link, selectors.EVENT_READ, lambda: self._order(worker))

    def _worker(
        self,
        order: ladder.WorkerLimits,
        attack: dict | None,
        connection: int,
        link: ControlChannel,
        folder: int,
        output: int,
    ) -> NoReturn:
        """The child: down the ladder, then the caller's function."""
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            for number in (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT):
                signal.signal(number, signal.SIG_DFL)
            try:
                ladder.confine(self.rules, order, folder, output, self.pid)
            except BaseException as error:
                link.send(op="failed", error="".join(traceback.format_exception_only(error)).strip())
                os._exit(1)
            link.send(op="ready")
            environment.close_all_but([connection])
            os.set_inheritable(connection, False)
            judge = socket.socket(fileno=connection)  # held until the exit, so that its end means the exit
            status = _serve(self.plan, attack, judge)
        finally:
            os._exit(status)

    def _drain(self, worker: WorkerProcess) -> None:
        if not worker.log.read():
            self._forget(worker.log)

    def _forget(self, source: Log | ControlChannel) -> None:
        if source in self.selector.get_map():
            self.selector.unregister(source)

    def _order(self, worker: WorkerProcess) -> None:
        """A message of the judge about its worker; silence for ever means that the judge is gone."""
        message = worker.link.receive()
        if message is None or message["op"] == "stop":
            self._forget(worker.link)
            worker.asked = message is not None
            worker.kill()
        elif message["op"] == "log":
            worker.log.read()
            worker.tell(op="log", text=worker.log.text())

    def _reap(self) -> None:
        """Take the statuses of all children that ended, strays included, and finish workers that are gone."""
        while True:
            try:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                break
            if pid == 0:
                break
            if pid in self.workers:
                self.workers[pid].ended(status, usage)
        for pid, worker in list(self.workers.items()):
            if worker.killed and worker.is_gone():
                self._forget(worker.log)
                self._forget(worker.link)
                del self.workers[pid]
                worker.finish()


def _serve(plan: Plan, attack: dict | None, connection: socket.socket) -> int:
    """Exit status of the worker."""
    try:
        if attack is None:
            plan.serve(connection)
        else:
            plan.attack(connection, attack)
        return 0
    except MemoryError:
        return OUT_OF_MEMORY
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
