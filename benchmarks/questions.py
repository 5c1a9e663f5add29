"""Every question, and loading, on Oxigraph and on rdflib, both in memory, over many documents.

``python benchmarks/questions.py [--documents N]``: by default 30 documents, 1.5 million
quads, about as much as rdflib holds; with more than 30, Oxigraph is measured alone. rdflib is given
less to do: triples in one graph, where Oxigraph answers over the union of named graphs. A question
that rdflib has not answered in twice ten times Oxigraph's time is stopped, and its ratio is given
as more than that. The time of Oxigraph's store on disk, as ``gcm-kg`` keeps it, stands beside it.
"""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from statistics import median

import rdflib
from corpus import corpus
from measures import number_of_documents, say, seconds
from pyoxigraph import RdfFormat, Store, serialize

from gcm_kg.knowledge_graph import open_knowledge_graph
from gcm_kg.project import Project, this_project
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.store.graph import LocalGraph

BOTH = 30
"""Documents up to which rdflib is measured too."""
PATIENCE = 20
LEAST = 0.5


def written(project: Project, folder: Path) -> tuple[Path, Path, int]:
    """The corpus as N-Quads and as N-Triples, and the number of quads."""
    made, count = Corpus(project), 0
    quads_file, triples_file = folder / "corpus.nq", folder / "corpus.nt"
    with quads_file.open("wb") as one, triples_file.open("wb") as two:
        for part in chain([made.common()], made.documents()):
            quads = list(dict.fromkeys(part))
            count += len(quads)
            one.write(serialize(quads, format=RdfFormat.N_QUADS) or b"")
            triples = dict.fromkeys(quad.triple for quad in quads)
            two.write(serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
    return quads_file, triples_file, count


def questions() -> Iterator[tuple[str, str]]:
    """Each question's name and SPARQL, parameters at their defaults in the real graph."""
    known = open_knowledge_graph()
    for name in known.questions:
        yield name, known.prepared(name)


def on_oxigraph(store: Store, sparql: str) -> float:
    """Seconds until all of the answer is there."""

    def work() -> None:
        for _ in LocalGraph(store).query(sparql):  # type: ignore[union-attr]
            pass

    first = seconds(work, runs=1)
    return median([first, *(seconds(work, runs=1) for _ in range(2 if first < 2 else 0))])


def on_rdflib(graph: rdflib.Graph, sparql: str, limit: float) -> float | None:
    """Seconds until all of the answer is there; None if it takes longer than the limit."""
    context = multiprocessing.get_context("fork")  # the graph is there already
    receiver, sender = context.Pipe(duplex=False)

    def work() -> None:
        start = time.perf_counter()
        for _ in graph.query(sparql):
            pass
        sender.send(time.perf_counter() - start)

    process = context.Process(target=work)
    process.start()
    found = receiver.recv() if receiver.poll(limit) else None
    process.kill()
    process.join()
    return found


def loaded(store: Store, quads_file: Path) -> tuple[Store, float]:
    """The store with the corpus, loaded as a build loads what it has written, and the seconds."""
    start = time.perf_counter()
    store.bulk_load(path=str(quads_file), format=RdfFormat.N_QUADS, lenient=True)
    return store, time.perf_counter() - start


def main(documents: int) -> None:
    """Generates, loads and asks."""
    with tempfile.TemporaryDirectory(prefix="gcm-kg-benchmark-") as name:
        folder = Path(name)
        made = corpus(this_project(), folder / "project", documents)
        quads_file, triples_file, count = written(made, folder)
        print(f"{documents} documents, {count:,} quads", flush=True)
        disk, spent = loaded(Store(str(folder / "store")), quads_file)
        print(f"{'loading into Oxigraph on disk':68} {spent:9.3f} s", flush=True)
        memory, oxigraph = loaded(Store(), quads_file)
        print(f"{'loading into Oxigraph in memory':68} {oxigraph:9.3f} s", flush=True)
        graph = rdflib.Graph()
        if documents <= BOTH:
            start = time.perf_counter()
            rdflib.Dataset().parse(quads_file, format="nquads")
            ratio = (time.perf_counter() - start) / oxigraph
            say("loading the same N-Quads: rdflib's time", ratio, 10, "x", least=True)
            graph.parse(triples_file, format="nt")
        compare(memory, disk, graph)


def compare(memory: Store, disk: Store, graph: rdflib.Graph) -> None:
    """Asks every question on both sides; on Oxigraph alone if the graph is empty."""
    for name, sparql in questions():
        spent, on_disk = on_oxigraph(memory, sparql), on_oxigraph(disk, sparql)
        times = f"{name} ({spent * 1000:.1f} ms; on disk {on_disk * 1000:.1f} ms)"
        if not graph:
            print(times, flush=True)
            continue
        limit = max(PATIENCE * spent, LEAST)
        other = on_rdflib(graph, sparql, limit)
        more = "" if other else " more than"
        say(f"{times}{more}", (other or limit) / spent, 10, "x", least=True)


if __name__ == "__main__":
    main(number_of_documents(BOTH))
