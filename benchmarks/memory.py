"""The most memory that a build of many documents takes, validated, with its store.

``python benchmarks/memory.py [DOCUMENTS …]``: ``gcm-kg build`` of so many documents with different
texts; 10, 100 and 1,000 if none is given. What is measured is the resident memory of all its
processes at once (that which several share is counted for each), ten times a second.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from corpus import corpus
from measures import say

from gcm_kg.project import this_project

PROMISED = {305: 600.0}
"""MiB of all processes, for a number of documents."""
PAGE = os.sysconf("SC_PAGE_SIZE")
COMMAND = [sys.executable, "-m", "gcm_kg", "build"]


def family(process: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield process
    try:
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from family(int(child))
    except OSError:  # it has ended
        return


def resident(process: int) -> float:
    """The resident memory of a process in MiB; 0 for one that has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE / 2**20
    except (OSError, IndexError):
        return 0.0


def built(environment: dict[str, str]) -> tuple[float, float, str]:
    """The most memory of all processes of a build and of the largest one, and what it prints."""
    most = largest = 0.0
    with tempfile.TemporaryFile("w+") as out:
        build = subprocess.Popen(COMMAND, env=environment, stdout=out)
        while build.poll() is None:
            each = [resident(process) for process in family(build.pid)]
            most, largest = max(most, sum(each)), max(largest, *each)
            time.sleep(0.1)
        out.seek(0)
        return most, largest, out.readline()


def main(numbers: list[int]) -> None:
    """Builds each number of documents, and prints quads, memory and time."""
    for documents in numbers:
        with tempfile.TemporaryDirectory(prefix="gcm-kg-benchmark-") as name:
            project = corpus(this_project(), Path(name), documents, texts=True)
            environment = os.environ | {"GCM_KG_PROJECT": str(project.root), "TMPDIR": name}
            start, before = time.perf_counter(), spent()
            most, largest, told = built(environment)
            took, used = time.perf_counter() - start, spent() - before
            quads = told.split(" ")[0]
            print(
                f"{documents:5} documents, {quads} quads: {used:.0f} s of the processors, "
                f"{used / documents:.2f} a document, {took:.0f} s; the largest process "
                f"{largest:.0f} MiB"
            )
            say("the most memory of all processes", most, PROMISED.get(documents, 700.0), "MiB")


def spent() -> float:
    """Seconds of the processors that children have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or [10, 100, 1000])
