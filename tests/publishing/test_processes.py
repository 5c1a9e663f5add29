"""Processes that are given tasks do not outlive the one that gives them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

PROGRAM = """
import os, time
from gcm_kg.publishing.processes import Processes

with Processes(1, time.time, (), 1) as some:
    for number in some.results(os.getpid, [()]):
        print(number, flush=True)
    time.sleep(60)
"""
"""Says the number of the process that it starts, and waits."""
PATIENCE = 10.0


def test_processes_end_when_the_one_that_started_them_is_killed() -> None:
    command, pipe = [sys.executable, "-c", PROGRAM], subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, text=True, start_new_session=True) as program:
        assert program.stdout
        number = int(program.stdout.readline())
        assert is_there(number)
        program.send_signal(signal.SIGKILL)
        limit = time.monotonic() + PATIENCE
        while is_there(number) and time.monotonic() < limit:
            time.sleep(0.02)
        assert not is_there(number)


def is_there(number: int) -> bool:
    """Whether a process is there, and is no more than a note of one that has ended."""
    stat = Path(f"/proc/{number}/stat")
    with suppress(OSError):
        os.kill(number, 0)
        return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"
    return False
