"""Two cold commands: a question against the import of the libraries that it needs, and a build with
nothing changed against the question."""

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
BUILD = [PROGRAM, "build"]
BARE = [sys.executable, "-c", "import click, pyoxigraph"]


def spent(command: list[str]) -> tuple[float, float]:
    """Seconds of a process from its start to its end: on the clock, and of processors."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    clock, after = time.perf_counter() - start, os.times()
    processor = after.children_user + after.children_system
    return clock, processor - before.children_user - before.children_system


def main() -> None:
    """Runs all sides in turn."""
    for command in (BUILD, ASK):  # makes the store, and what Python compiles
        spent(command)
    built, asked, bare = [], [], []
    for _ in range(RUNS):
        built.append(spent(BUILD))
        asked.append(spent(ASK))
        bare.append(spent(BARE))
    for number, what in enumerate(("on the clock", "of processors")):
        times = [median(one[number] for one in side) for side in (built, asked, bare)]
        question, build = times[1] / times[2], times[0] / times[1]
        say(f"cold gcm-kg ask against importing click and pyoxigraph, {what}", question, 2, "x")
        say(f"a build with nothing changed against cold gcm-kg ask, {what}", build, 1.5, "x")


if __name__ == "__main__":
    main()
