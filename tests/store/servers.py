"""A real Oxigraph server on loopback, for tests of what asks endpoints."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def oxigraph_server(folder: Path, *files: Path) -> Iterator[str]:
    """The address at which a server answers queries over some RDF files."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("the Oxigraph server is not installed: make test installs it")
    place = ["--location", str(folder / "database")]
    load = [program, "load", *place, *(word for file in files for word in ("--file", str(file)))]
    subprocess.run(load, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serve = [program, "serve-read-only", *place, "--bind", f"127.0.0.1:{port}"]
    silent = subprocess.DEVNULL
    with subprocess.Popen(serve, stdout=silent, stderr=silent) as server:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}/query"
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    for _ in range(500):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    pytest.fail("the Oxigraph server did not start")
