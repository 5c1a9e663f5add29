"""A real Oxigraph server on loopback, for tests of what asks endpoints."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

STORES = "GCM_KG_STORES"
"""What `make stores` sets: these tests take minutes."""
VIRTUOSO = """[Database]
DatabaseFile = {0}
ErrorLogFile = {1}
LockFile = {2}
TransactionFile = {3}
xa_persistent_file = {4}
[TempDatabase]
DatabaseFile = {5}
TransactionFile = {6}
[Parameters]
ServerPort = 127.0.0.1:{other}
DirsAllowed = {folder}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = 1000000
"""


@contextmanager
def oxigraph_server(folder: Path, *files: Path, union: bool = False) -> Iterator[str]:
    """The address at which a server answers queries over some RDF files: over all their graphs if
    ``union``, else over the default one, as the standard has it. Without files it answers over what
    another one has put into the folder."""
    program = _program("oxigraph")
    place = ["--location", str(folder / "database")]
    load = [program, "load", *place, *(word for file in files for word in ("--file", str(file)))]
    if files:
        subprocess.run(load, check=True, capture_output=True)
    port = free_port()
    serve = [program, "serve-read-only", *place, "--bind", f"127.0.0.1:{port}"]
    serve += ["--union-default-graph"] if union else []
    with _served(serve, port):
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def oxigraph_to_write(folder: Path) -> Iterator[str]:
    """The address of the Graph Store Protocol of an empty server."""
    port = free_port()
    place = ["--location", str(folder / "database"), "--bind", f"127.0.0.1:{port}"]
    with _served([_program("oxigraph"), "serve", *place], port):
        yield f"http://127.0.0.1:{port}/store"


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """The address of the Graph Store Protocol of an empty Virtuoso; its user and password are dba.
    It is a package of the system: ``make stores`` installs it."""
    program = shutil.which("virtuoso-t") if STORES in os.environ else None
    if program is None:
        pytest.skip("make stores runs this, with Virtuoso")
    port, other = free_port(), free_port()
    files = (folder / name for name in ("db", "log", "lck", "trx", "pxa", "tmp", "ttx"))
    configured = VIRTUOSO.format(*files, port=port, other=other, folder=folder)
    (folder / "virtuoso.ini").write_text(configured)
    with _served([program, "-f", "-c", str(folder / "virtuoso.ini")], port, wait=120):
        yield f"http://127.0.0.1:{port}/sparql-graph-crud-auth"


def _program(name: str) -> str:
    program = shutil.which(name, path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip(f"{name} is not installed: make test installs it")
    return program


def free_port() -> int:
    """A port of loopback that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def _served(command: list[str], port: int, wait: int = 5) -> Iterator[None]:
    silent = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=silent, stderr=silent) as server:
        try:
            _wait_for(port, wait)
            yield
        finally:
            server.terminate()


def _wait_for(port: int, seconds: int) -> None:
    for _ in range(seconds * 100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    pytest.fail("the server did not start")
