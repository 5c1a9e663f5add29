"""Runs the server on a port of this machine."""

from __future__ import annotations

import asyncio
import errno
import gc
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from gcm_kg.errors import InputError, missing
from gcm_kg.serving.limits import service_hosts
from gcm_kg.serving.workers import Workers

if TYPE_CHECKING:
    import uvicorn

ENDING = (signal.SIGINT, signal.SIGTERM)
"""What tells the server to end."""
GRACE = 10
"""Seconds in which what is being answered may end when the server is told to."""


def bound(host: str, port: int) -> socket.socket:
    """A socket at an address and port. Raises InputError where none can be had."""
    place = f"{host}:{port}"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        sock = socket.socket(family, kind, protocol)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(address)
        sock.listen(2048)
    except OSError as error:
        if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
            found = str(error.strerror or error)
            raise InputError(host, "an address of this machine", found, "correct --host") from None
        found = str(error.strerror or error)
        raise InputError(place, "a port that is free", found, "give another --port") from None
    return sock


def run(
    where: str, *, host: str, port: int, seconds: float, size: int = 0, hosts: Sequence[str] = (),
    root: str = "", log: bool = True, mcp: bool = False,
    ready: Callable[[str], None] = lambda _: None,
) -> None:  # fmt: skip
    """Serves a graph until the process is told to end; ``ready`` is told the address.

    Raises InputError for a graph that cannot be opened, for a port that cannot be had, and for
    ``hosts`` that SERVICE may ask of which one is no host.
    """
    hosts = service_hosts(hosts)
    if find_spec("uvicorn") is None:
        raise missing("the server", "uvicorn", "serve")
    gc.enable()  # which commands that soon end do without
    sock = bound(host, port)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{sock.getsockname()[1]}{root}/"
    try:
        with asyncio.Runner(loop_factory=_loop()) as runner:
            runner.run(
                _served(
                    sock,
                    where,
                    seconds,
                    size,
                    hosts,
                    lambda w: _server(w, root, log=log, mcp=mcp),
                    lambda: ready(address),
                )
            )
    except (KeyboardInterrupt, asyncio.CancelledError):
        return
    finally:
        sock.close()


def _loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """What makes the loop that all is done in: that of uvloop, where it is."""
    try:
        import uvloop
    except ImportError:
        return None
    made: Callable[[], asyncio.AbstractEventLoop] = uvloop.new_event_loop
    return made


async def _served(
    sock: socket.socket, where: str, seconds: float, size: int, hosts: Sequence[str],
    made: Callable[[Workers], uvicorn.Server], ready: Callable[[], None],
) -> None:  # fmt: skip
    def note(line: str) -> None:
        sys.stderr.write(f"gcm-kg: {line}\n")

    task = asyncio.current_task()
    assert task
    for number in ENDING:  # while the graph is opened; then the server has its own
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    workers = Workers(where, size=size, seconds=seconds, hosts=hosts, note=note)
    opening = asyncio.create_task(workers.start())
    await asyncio.sleep(0)  # the graph is opened while the libraries are read
    try:
        server = made(workers)
        await opening
        ready()
        await server.serve(sockets=[sock])
    finally:
        await workers.stop()


def _server(workers: Workers, root: str, *, log: bool, mcp: bool) -> uvicorn.Server:
    import uvicorn

    from gcm_kg.serving.application import Application

    class Server(uvicorn.Server):
        """One that ends when it is told to and gives back to its caller, who ends the workers:
        uvicorn's raises the signal again, which ends the process at once."""

        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            for number in ENDING:
                asyncio.get_running_loop().add_signal_handler(
                    number, self.handle_exit, number, None
                )
            yield

    config = uvicorn.Config(
        Application(workers, log=log, mcp=mcp), log_config=None, access_log=False,
        server_header=False,
        lifespan="off", root_path=root, timeout_graceful_shutdown=GRACE, ws="none",
    )  # fmt: skip
    return Server(config)
