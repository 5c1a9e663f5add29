"""A table of recommendations: time and memory from its file to the built graph, and the time of
every question of the store on disk.

``python benchmarks/table.py [TABLE] [--rows N] [--seconds 1] [--project FOLDER]``: by default UPR
Info's table of 6,094 rows, where it lies beside the project. If it has fewer rows than are asked
for, others are generated: the beginning of one text with the end of another, with what stands
beside a third. A project that is there is asked, not made. Questions that take longer than the
bound, in seconds of the processor when asked a second time, are named.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from charset_normalizer import from_bytes
from measures import say
from pyoxigraph import NamedNode, Store

from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import Project, this_project
from gcm_kg.rdf.namespaces import GCM, RDF
from gcm_kg.store import directory
from gcm_kg.store.graph import LocalGraph

TABLE = Path(__file__).parents[1] / "../shared/documents/upr-info-sessions-1-5.csv"
BUILD, MEMORY = 25.0, 700.0
"""Seconds from the table to the built graph, and MiB of the largest process, for 6,094 rows."""
PARTS = {
    "gcm:Recommendation": "Recommendation",
    "gcm:Part": "Recommendation",
    "gcm:Section": "Section",
}
"""Classes of parameters that a table has no default of, and of which part an example is taken."""


def empty(folder: Path) -> Project:
    """A project without documents."""
    ours = this_project()
    for name in ("ontology", "queries", "data/vocabulary", "data/profiles"):
        shutil.copytree(ours.root / name, folder / name)
    made = Project(folder)
    made.sources.mkdir()
    made.annotations.mkdir()
    return made


def generated(table: Path, rows: int, made: Path) -> Path:
    """A table of so many rows with different texts: first those of a table, then such as its words
    make. The same each time."""
    text = str(from_bytes(table.read_bytes()).best()).replace("\r\n", "\n").replace("\r", "\n")
    given = list(csv.DictReader(io.StringIO(text)))[:rows]
    with made.open("w", encoding="utf-8", newline="") as file:
        written = csv.DictWriter(file, [*given[0]])
        written.writeheader()
        written.writerows(given)
        seen = {row["Text"] for row in given}
        chosen = random.Random(rows)
        while len(given) < rows:
            first, last, asked = chosen.choices(given[:6000], k=3)
            words, others = first["Text"].split(), last["Text"].split()
            made_up = " ".join(words[: len(words) // 2 + 1] + others[len(others) // 2 :])
            row = asked | {"Text": made_up}
            if made_up not in seen:
                seen.add(made_up)
                given.append(row)
                written.writerow(row)
    return made


def built(project: Project, table: Path) -> None:
    """Adds the table, and says what that takes."""
    environment = os.environ | {"GCM_KG_PROJECT": str(project.root)}
    command = [sys.executable, "-m", "gcm_kg", "add", str(table), "--yes"]
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    took = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{used.ru_utime + used.ru_stime:.1f} s of the processors")
    say("from the table to the built graph", took, BUILD)
    say("the most memory of a process", used.ru_maxrss / 1024, MEMORY, "MiB")


def asked(known: KnowledgeGraph, bound: float) -> None:
    """Asks every question, and names those that take longer than the bound."""
    slow = 0
    for name, question in sorted(known.questions.items()):
        values: dict[str, Any] = {
            p.name: example(known, PARTS[p.of]) for p in question.parameters if p.of in PARTS
        }
        try:
            sparql = known.prepared(name, **values)
        except InputError:  # a thing that this table has none of
            continue
        first, (took, rows) = answered(known, sparql), answered(known, sparql)
        if took > bound:
            slow += 1
            say(f"{name}, {rows:,} rows, {first[0]:.2f} s at first", took, bound)
    print(f"{len(known.questions) - slow} of {len(known.questions)} questions within {bound:g} s")


def answered(known: KnowledgeGraph, sparql: str) -> tuple[float, int]:
    """Reads the whole answer to a query: seconds of the processor, and rows or triples."""
    start = time.process_time()
    answer: Any = known.data.query(sparql)
    rows = sum(1 for _ in answer)
    return time.process_time() - start, rows


def example(known: KnowledgeGraph, kind: str) -> str:
    """The IRI of a part of a kind, the same each time."""
    found = known.data.triples(None, NamedNode(RDF + "type"), NamedNode(GCM + kind))
    return min(getattr(triple.subject, "value", "") for triple in found)


def main() -> None:
    """Builds a project of the table, and asks it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("table", nargs="?", type=Path, default=TABLE)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--rows", type=int, default=0)
    parser.add_argument("--project", type=Path)
    given = parser.parse_args()
    if given.project:
        asked(opened(Project(given.project)), given.seconds)
        return
    if not given.table.is_file():
        print(f"no table at {given.table}: give one")
        return
    with tempfile.TemporaryDirectory(prefix="gcm-kg-benchmark-") as name:
        table = given.table
        if given.rows:
            table = generated(table, given.rows, Path(name) / f"{given.rows}.csv")
        project = empty(Path(name) / "project")
        built(project, table)
        asked(opened(project), given.seconds)


def opened(project: Project) -> KnowledgeGraph:
    """The store of a project on disk."""
    store = Store.read_only(str(directory.current(project) / directory.GRAPH))
    print(f"{len(store):,} quads on disk")
    return KnowledgeGraph(LocalGraph(store), project)


if __name__ == "__main__":
    main()
