"""A cold question on the command line against the import of the libraries that it needs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from measures import say

RUNS = 15
PROGRAM = str(Path(sys.executable).with_name("gcm-kg"))
ASK = [PROGRAM, "ask", "recommendations-citing", "--instrument", "UNTOC"]
BARE = [sys.executable, "-c", "import click, pyoxigraph"]


def spent(command: list[str]) -> tuple[float, float]:
    """Seconds of a process from its start to its end: on the clock, and of processors."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    clock, after = time.perf_counter() - start, os.times()
    processor = after.children_user + after.children_system
    return clock, processor - before.children_user - before.children_system


def main() -> None:
    """Runs both sides in turn."""
    spent(ASK)  # makes the store, and what Python compiles
    asked, bare = [], []
    for _ in range(RUNS):
        asked.append(spent(ASK))
        bare.append(spent(BARE))
    for number, what in enumerate(("on the clock", "of processors")):
        ratio = median(one[number] for one in asked) / median(one[number] for one in bare)
        say(f"cold gcm-kg ask against importing click and pyoxigraph, {what}", ratio, 2, "x")


if __name__ == "__main__":
    main()
