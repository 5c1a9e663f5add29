"""A table of recommendations: time and memory from its file to the built graph, and the time of
every question of the store on disk.

``python benchmarks/table.py [TABLE] [--seconds 1]``: by default UPR Info's table of 6,094 rows,
where it lies beside the project. Questions that take longer than the bound are named.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from measures import say, seconds
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
        took = seconds(partial(answered, known, sparql), runs=3)
        if took > bound:
            slow += 1
            say(name, took, bound)
    print(f"{len(known.questions) - slow} of {len(known.questions)} questions within {bound:g} s")


def answered(known: KnowledgeGraph, sparql: str) -> None:
    """Reads the whole answer to a query."""
    for _ in known.data.query(sparql):  # type: ignore[union-attr]
        pass


def example(known: KnowledgeGraph, kind: str) -> str:
    """The IRI of a part of a kind, the same each time."""
    found = known.data.triples(None, NamedNode(RDF + "type"), NamedNode(GCM + kind))
    return min(getattr(triple.subject, "value", "") for triple in found)


def main() -> None:
    """Builds a project of the table, and asks it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("table", nargs="?", type=Path, default=TABLE)
    parser.add_argument("--seconds", type=float, default=1.0)
    given = parser.parse_args()
    if not given.table.is_file():
        print(f"no table at {given.table}: give one")
        return
    with tempfile.TemporaryDirectory(prefix="gcm-kg-benchmark-") as name:
        project = empty(Path(name))
        built(project, given.table)
        store = Store.read_only(str(directory.current(project) / directory.GRAPH))
        print(f"{len(store):,} quads on disk")
        asked(KnowledgeGraph(LocalGraph(store), project), given.seconds)


if __name__ == "__main__":
    main()
