"""Loading a hundred million quads into a store on disk, and asking every question there.

``python benchmarks/scale.py [MILLIONS] [--documents N] [--seconds S] [--keep FOLDER]``: a corpus of
so many documents with different texts is built (40 if none are given); what was made of them is
loaded as a build loads it, round after round, in each under other names, until there are so many
quads, with what follows from them; the index of words is made. Then each question with its defaults
is asked in a process of its own, which is ended after so many seconds (60).
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median

from corpus import NAME, corpus
from questions import questions

from gcm_kg.project import Project, this_project
from gcm_kg.publishing.build import CACHE
from gcm_kg.publishing.cache import Cache
from gcm_kg.publishing.fragments import Packed
from gcm_kg.store import made_of
from gcm_kg.store.directory import current, database, open_directory, stores
from gcm_kg.store.graph import LocalGraph
from gcm_kg.store.made_of import Made
from gcm_kg.store.making import Making

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Renamed:
    """A piece of a document under another name."""

    packed: Packed
    name: bytes

    def _of(self, piece: str) -> bytes:
        return self.packed.unpacked(piece).replace(NAME.encode(), self.name)

    @property
    def lines(self) -> bytes:
        """What is said."""
        return self._of("lines")

    @property
    def derived(self) -> bytes:
        """What follows."""
        return self._of("derived")

    @property
    def shared(self) -> bytes:
        """What others may say too."""
        return self._of("shared")


def pieces(project: Project) -> Iterator[tuple[str, Made, Packed]]:
    """What a build has made of each document, with its name; that of all has no name."""
    cache = Cache(stores(project) / CACHE)
    for name, made in made_of.pieces(current(project)).items():
        entry = cache.get(made.key)
        assert entry, "a build keeps what it has made"
        yield from ((name, made, packed) for packed in entry.packed)


def loaded(project: Project, place: Path, quads: int) -> Path:
    """A store with at least so many quads, and what its making takes, said."""
    start, begun = time.perf_counter(), time.process_time()
    with Making(place) as making:
        taken, documents = 0, 0
        for number in count():
            if taken >= quads:
                break
            new = f"{NAME}-round-{number}" if number else NAME
            for name, made, packed in pieces(project):
                if name or not number:
                    making.add(name.replace(NAME, new), made.key, Renamed(packed, new.encode()))
                    taken, documents = taken + made.quads, documents + bool(name)
        spent = f"{time.perf_counter() - start:.0f} s, {time.process_time() - begun:.0f} of CPU"
        print(f"{taken:,} quads of {documents:,} documents loaded: {spent}", flush=True)
        whole = making.finish(project.graph)
        size = sum(path.stat().st_size for path in whole.rglob("*") if path.is_file()) / 2**30
        print(f"with the index of words: {time.perf_counter() - start:.0f} s, {size:.1f} GiB")
        return whole.rename(place / "made")


def most_memory() -> float:
    """The most resident memory that this process has had, in MiB."""
    (line,) = (
        line
        for line in Path("/proc/self/status").read_text("utf-8").splitlines()
        if line.startswith("VmHWM:")
    )
    return int(line.split()[1]) / 1024


def answer(directory: Path, sparql: str, told: multiprocessing.connection.Connection) -> None:
    """Asks twice, and tells the seconds of both and the number of rows."""
    times, rows = [], 0
    graph = LocalGraph(open_directory(database(directory)))
    for _ in range(2):
        start = time.perf_counter()
        rows = sum(1 for _ in graph.query(sparql))  # type: ignore[union-attr, misc]
        times.append(time.perf_counter() - start)
    told.send((*times, rows, most_memory()))


def asked(directory: Path, limit: float) -> None:
    """Asks each question, and says how long the second answer takes."""
    context, took = multiprocessing.get_context("spawn"), []
    for name, sparql in questions():
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=answer, args=(directory, sparql, sender))
        process.start()
        sender.close()
        if receiver.poll(2 * limit):
            first, second, rows, used = receiver.recv()
            took.append(second)
            print(
                f"{name:44} {first:7.2f} {second:7.2f} s {rows:9,} rows {used:6.0f} MiB", flush=True
            )
        else:
            took.append(limit)
            print(f"{name:44} not within {2 * limit:.0f} s for two answers", flush=True)
        process.kill()
        process.join()
    for bound in (1, 10, limit):
        print(f"{sum(each < bound for each in took)} of {len(took)} within {bound:g} s")
    print(f"the median {median(took):.2f} s")


def main() -> None:
    """Builds, loads and asks."""
    parser = argparse.ArgumentParser()
    parser.add_argument("millions", nargs="?", type=float, default=100)
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gcm-kg-benchmark-") as name:
        folder = given.keep or Path(name)
        place = folder / "stores"
        if not (place / "made").is_dir():
            project = corpus(this_project(), folder / "project", given.documents, texts=True)
            subprocess.run(
                [sys.executable, "-m", "gcm_kg", "build"], check=True,
                env=os.environ | {"GCM_KG_PROJECT": str(project.root)},
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            loaded(project, place, round(given.millions * MILLION))
        asked(place / "made", given.seconds)


if __name__ == "__main__":
    main()
