"""A cold question on the command line against the import of the libraries that it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from measures import say

RUNS = 15
PROGRAM = str(Path(sys.executable).with_name("gcm-kg"))
ASK = [PROGRAM, "ask", "recommendations-citing", "--instrument", "UNTOC"]
BARE = [sys.executable, "-c", "import click, pyoxigraph"]


def processor_seconds(command: list[str]) -> float:
    """The processor time of a process from its start to its end."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return (after.children_user + after.children_system) - (
        before.children_user + before.children_system
    )


def main() -> None:
    """Runs both sides in turn."""
    processor_seconds(ASK)  # makes the store, and what Python compiles
    asked, bare = [], []
    for _ in range(RUNS):
        asked.append(processor_seconds(ASK))
        bare.append(processor_seconds(BARE))
    say(
        "cold gcm-kg ask against importing click and pyoxigraph",
        median(asked) / median(bare),
        3,
        "x",
    )


if __name__ == "__main__":
    main()
