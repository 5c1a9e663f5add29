"""The SHACL engine in Rust against pySHACL on the same shards, and the Rust engine on many.

``python benchmarks/validation.py [--documents N]``, 100 unless said. A shard is a document with
what is common to all. pySHACL is measured as it is, and with the SPARQL constraints answered by
Oxigraph, as ``gcm-kg check`` uses it; the Rust engine then checks all the documents.
"""

from __future__ import annotations

import tempfile
from functools import partial
from itertools import chain, islice
from pathlib import Path

import pyshacl
from corpus import corpus
from measures import number_of_documents, say, seconds
from pyoxigraph import Quad

from gcm_kg.project import Project, this_project
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.publishing.entries import EntryMaker
from gcm_kg.rdf.interop import to_rdflib
from gcm_kg.rdf.parsing import parse_file
from gcm_kg.reading.sources import source_files
from gcm_kg.validation.check import check

COMPARED = 4
"""Shards on which both engines are measured."""


def shards(project: Project) -> list[list[Quad]]:
    """Some shards as the build makes them, each with what is common to all."""
    made = Corpus(project)
    common = list(made.common())
    return [[*common, *document] for document in islice(made.documents(), COMPARED)]


def plain(project: Project, quads: list[Quad]) -> None:
    """pySHACL on rdflib's own graph."""
    shapes = to_rdflib(chain(parse_file(project.shapes), parse_file(project.link_shapes)))
    pyshacl.validate(
        to_rdflib(quads), shacl_graph=shapes, inference="none",
        inplace=True, meta_shacl=False, advanced=False, js=False, do_owl_imports=False,
    )  # fmt: skip


def main(documents: int) -> None:
    """Measures both on the same shards, then Rust on a corpus."""
    with tempfile.TemporaryDirectory(prefix="gcm-kg-benchmark-") as name:
        project = corpus(this_project(), Path(name), documents)
        check(project, [], "rust")  # the shapes are compiled
        rust = python = hybrid = 0.0
        for shard in shards(project):
            rust += seconds(partial(check, project, shard, "rust"), runs=3)
            python += seconds(partial(plain, project, shard), runs=1)
            hybrid += seconds(partial(check, project, shard), runs=1)
            same = check(project, shard, "rust").findings == check(project, shard).findings
            print(f"findings of a shard: {'the same' if same else 'NOT THE SAME'}", flush=True)
        say(
            "checking: pySHACL's time against the Rust engine's", python / rust, 20, "x", least=True
        )
        print(f"with SPARQL constraints on Oxigraph: {hybrid / rust:.1f} x", flush=True)
        spent = seconds(lambda: _all(project), runs=1)
        print(f"reading, emitting and checking {documents} documents: {spent:.1f} s")


def _all(project: Project) -> None:
    maker, found = EntryMaker(Corpus(project), "rust"), 0
    for file in source_files(project):
        found += len(maker.validated(maker.made(file)).findings)
    print(f"{found} findings", flush=True)


if __name__ == "__main__":
    main(number_of_documents(100))
