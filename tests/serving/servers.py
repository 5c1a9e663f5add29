"""Starts the server as a user does, for the tests of a module."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx

TIMEOUT = "1.5"
"""Seconds after which the servers of tests end a query."""


@dataclass
class Running:
    """A server that runs, with a client for it."""

    address: str
    client: httpx.Client
    process: subprocess.Popen[str]


@contextmanager
def serving(where: str, *options: str) -> Iterator[Running]:
    """A server of a graph, and its end."""
    graph = ["--graph", where] if where else []
    command = [sys.executable, "-m", "gcm_kg.cli.main", *graph, "serve", "--port", "0", "--no-log"]
    process = subprocess.Popen(
        [*command, "--timeout", TIMEOUT, *options], stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stderr
    line = process.stderr.readline()
    assert line.startswith("serving at "), line + process.stderr.read()
    address = line.split()[-1].rstrip("/")
    try:
        with httpx.Client(base_url=address, timeout=60) as client:
            yield Running(address, client, process)
    finally:
        process.terminate()
        assert process.wait(20) == 0
        process.stderr.close()
