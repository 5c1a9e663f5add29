"""The most memory that a build of many documents takes, validated, with its store.

``python benchmarks/memory.py [DOCUMENTS …]``: ``gcm-kg build`` of so many documents with different
texts; 10, 100 and 1,000 if none is given. What is measured is the memory of all its processes at
once, ten times a second: that which several share, as libraries are, counted once, and counted for
each.
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


def own(process: int) -> float:
    """The memory of a process in MiB, of that which n processes share an nth; 0 for one that has
    ended."""
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def resident(process: int) -> float:
    """The resident memory of a process in MiB; 0 for one that has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE / 2**20
    except (OSError, IndexError):
        return 0.0


def built(environment: dict[str, str]) -> tuple[float, float, float, str]:
    """The most memory of all processes of a build, shared memory counted once and for each, that of
    the largest one, and what it prints."""
    once = most = largest = 0.0
    with tempfile.TemporaryFile("w+") as out:
        build = subprocess.Popen(COMMAND, env=environment, stdout=out)
        while build.poll() is None:
            processes = [*family(build.pid)]
            each = [resident(process) for process in processes]
            most, largest = max(most, sum(each)), max(largest, *each)
            once = max(once, sum(map(own, processes)))
            time.sleep(0.1)
        out.seek(0)
        return once, most, largest, out.readline()


def main(numbers: list[int]) -> None:
    """Builds each number of documents, and prints quads, memory and time."""
    for documents in numbers:
        with tempfile.TemporaryDirectory(prefix="gcm-kg-benchmark-") as name:
            project = corpus(this_project(), Path(name), documents, texts=True)
            environment = os.environ | {"GCM_KG_PROJECT": str(project.root), "TMPDIR": name}
            start, before = time.perf_counter(), spent()
            once, most, largest, told = built(environment)
            took, used = time.perf_counter() - start, spent() - before
            quads = told.split(" ")[0]
            print(
                f"{documents:5} documents, {quads} quads: {used:.0f} s of the processors, "
                f"{used / documents:.2f} a document, {took:.0f} s; the largest process "
                f"{largest:.0f} MiB; {most:.0f} MiB where shared memory is counted for each"
            )
            say("the most memory of all processes", once, PROMISED.get(documents, 700.0), "MiB")


def spent() -> float:
    """Seconds of the processors that children have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or [10, 100, 1000])
