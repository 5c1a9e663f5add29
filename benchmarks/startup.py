"""A cold question on the command line against the import of the libraries that it needs.

Processor time is compared, which other work on the machine hardly changes; wall time stands beside.
"""

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
    """Seconds of the processor, and on the wall, of a process from its start to its end."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after, end = os.times(), time.perf_counter()
    processor = after.children_user + after.children_system
    return processor - before.children_user - before.children_system, end - start


def main() -> None:
    """Runs both sides in turn."""
    spent(ASK)  # makes the store, and what Python compiles
    asked, bare = [], []
    for _ in range(RUNS):
        asked.append(spent(ASK))
        bare.append(spent(BARE))
    for place, what in enumerate(("processor", "wall")):
        ours, theirs = (median(times[place] for times in side) for side in (asked, bare))
        print(f"{what} time: {ours * 1000:.0f} ms against {theirs * 1000:.0f} ms")
        say(f"cold gcm-kg ask against importing its libraries, {what} time", ours / theirs, 3, "x")


if __name__ == "__main__":
    main()
