"""Answers requests in processes that the server can end.

Run as ``python -m gcm_kg.serving.worker GRAPH PLACE SECONDS HOSTS``, a process opens the graph, in
memory or on disk, and then, for each socket that the server hands it, makes a copy of itself that
answers what comes in there. A copy has the graph at no cost; it is ended at the deadline of a
request, or by what the request does to it, and another takes its place. With a database on disk,
whose threads no copy would have, each copy opens it anew.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import struct
import sys
import traceback
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from gcm_kg.serving.messages import SIZES, Refused, Request, Response

if TYPE_CHECKING:
    from gcm_kg.serving.served import Served

ROOM = 1 << 30
"""Bytes that answering may take beside the graph."""
READY = b"+"
NUMBER = struct.Struct(">I")
OPENING = 60
"""Seconds after which a copy that cannot open the graph ends itself."""
GRACE = 5
"""Seconds after its deadline at which a copy ends itself, should nobody be there to do it."""


def main(arguments: list[str]) -> int:
    """Opens the graph and copies itself; one line on the control socket if it cannot be opened."""
    from gcm_kg.errors import InputError
    from gcm_kg.serving.served import Served

    where, memory, seconds, *hosts = arguments
    control = socket.socket(fileno=0)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        served = Served(where, memory == "memory", hosts)
    except InputError as error:
        control.sendall(str(error).encode())
        return 2
    _settle()
    # Python 3.12 warns of threads at each fork: these are the engine's for writing, and no copy
    # writes.
    warnings.filterwarnings("ignore", ".* is multi-threaded", DeprecationWarning)
    try:
        control.sendall(READY + served.digest.encode())
    except BrokenPipeError:  # nobody waits any more
        return 0
    while True:
        message, handles, *_ = socket.recv_fds(control, 1, 1)
        if not message:
            return 0
        copy = os.fork()
        if not copy:
            control.close()
            _work(socket.socket(fileno=handles[0]), served, int(float(seconds)))
        os.close(handles[0])
        control.sendall(NUMBER.pack(copy))


def _settle() -> None:
    """Has all that answers need in memory before there are copies: what a copy alone writes to, or
    looks through for garbage, it would have to have for itself."""
    import gcm_kg.serving.routes  # noqa: F401

    gc.collect()
    gc.freeze()


def _work(connection: socket.socket, served: Served, seconds: int) -> None:
    """Answers what comes in on a connection, until it is closed; then this process ends."""
    from gcm_kg.serving.routes import respond

    code = 1
    try:
        signal.alarm(OPENING)
        _confine(served)
        served.open()
        signal.alarm(0)
        served.confined = True
        file = connection.makefile("rb")
        while head := _read(file):
            request = Request.unpacked(*head)
            signal.alarm(seconds + GRACE)
            response = _answer(request, served, respond)
            connection.sendall(response.packed())
            signal.alarm(0)
        code = 0
    finally:
        os._exit(code)


def _answer(request: Request, served: Served, respond: Any) -> Response:
    try:
        return _answered(request, served, respond)
    except MemoryError:
        return Refused(503, "the query: it needs more memory than there is for one").response()
    except Exception:  # noqa: BLE001 - a mistake of ours: who asks is told, and the log says where
        traceback.print_exc()
        return Refused(500, f"{request.path[:200]}: a fault of the server; it is noted").response()


def _answered(request: Request, served: Served, respond: Any) -> Response:
    from gcm_kg.errors import InputError
    from gcm_kg.serving.routes import refusal

    try:
        answer: Response = respond(request, served)
    except Refused as refused:
        return refusal(request, served, refused)
    except InputError as error:
        return refusal(request, served, Refused(400, str(error)))
    return answer


def _read(file: Any) -> tuple[list[str], bytes] | None:
    """The two halves of a message; None at the end."""
    import json

    sizes = file.read(SIZES.size)
    if len(sizes) < SIZES.size:
        return None
    first, second = SIZES.unpack(sizes)
    return json.loads(file.read(first)), file.read(second)


def _confine(served: Served) -> None:
    """Bounds the memory of this process, and takes from it the means to open a connection."""
    from gcm_kg.querying.sandbox import deny_sockets

    with suppress(ImportError, OSError, ValueError):
        import resource

        with open("/proc/self/statm") as file:  # noqa: PTH123
            pages = int(file.read().split()[0])
        most = pages * os.sysconf("SC_PAGE_SIZE") + ROOM
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not served.hosts:
        deny_sockets()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
