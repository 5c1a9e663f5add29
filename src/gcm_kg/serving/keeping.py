"""Keeps beside the store of a new build what all pages share.

Of a corpus in which few documents have changed it is made of what is kept of the store before: the
recommendations of these documents, and the statements in them, are read again, and all that is
asked quickly of the whole graph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from gcm_kg.model.iris import document_graph, document_iri
from gcm_kg.project import Project
from gcm_kg.querying.answers import Answer
from gcm_kg.rdf.namespaces import CLOSURE_GRAPH, LINK_GRAPHS
from gcm_kg.serving.kept import LISTED, MAKERS, Kept, read, write
from gcm_kg.serving.served import Served
from gcm_kg.store import made_of
from gcm_kg.store.directory import NAME, database, open_directory, stores
from gcm_kg.store.graph import LocalGraph
from gcm_kg.views.facet_renewal import renewed
from gcm_kg.views.facet_rows import Over
from gcm_kg.views.facets import FacetIndex

MOST_CHANGED = 0.1
"""The share of documents up to which what has changed is made anew: one takes as long alone as six
with all others."""
Row = dict[str, Any]


class Before(NamedTuple):
    """A store of which something is kept, and the documents that are others now, by their paths."""

    place: Path
    kept: Kept
    changed: frozenset[str]


def keep(project: Project) -> None:
    """Keeps what all pages share beside the store of the built graph, where that is on disk and
    nothing is kept. Raises InputError where there is no graph."""
    served = Served("", memory=False, project=project)
    if served.kept or not served.folder.is_dir():
        return
    served.open()
    if before := _before(served):
        served.__dict__["facets"] = _facets(served, before)
        if served.kg.questions.keys() >= set(LISTED):
            served.__dict__["assessed"] = _assessed(served, before)
    write(served.folder, project, partial(_let_go, served))


def _let_go(served: Served, name: str) -> Any:
    """A part of what all pages share, which is not held any longer: of many documents it is much
    memory."""
    value = getattr(served, name)
    del served.__dict__[name]
    return value


def _facets(served: Served, before: Before) -> FacetIndex:
    """The facets, with the recommendations of changed documents read again."""
    there = made_of.pieces(served.folder)
    over = [_over(served.folder, served.graph, one) for one in before.changed if one in there]
    come = [FacetIndex.of(served.graph, graphs) for graphs in over]
    gone = {*map(document_iri, before.changed)}
    return renewed(served.graph, before.kept.get("facets"), gone, come)


def _before(served: Served) -> Before | None:
    """The newest other store of which something is kept that can be taken over."""
    pieces = made_of.pieces(served.folder)
    others = [p for p in stores(served.project).iterdir() if NAME.fullmatch(p.name)]
    for place in sorted(others, key=lambda path: path.stat().st_mtime, reverse=True):
        changed = frozenset(name for name, _ in made_of.pieces(place).items() ^ pieces.items())
        few = changed and "" not in changed and len(changed) <= MOST_CHANGED * len(pieces)
        if few and (kept := read(place, served.project)):
            return Before(place, kept, changed)
    return None


def _assessed(served: Served, before: Before) -> dict[str, list[Row]]:
    """What the page of quality lists; of what each rule has made, that is counted again which it
    made in changed documents, as they were and as they are."""
    sparql, old = served.kg.prepared(MAKERS), LocalGraph(open_directory(database(before.place)))
    counts = _counts(before.kept.get("assessed")[MAKERS])
    for name in before.changed:
        counts.subtract(_counts(_rows(old, sparql, _over(before.place, old, name))))
        counts.update(
            _counts(_rows(served.graph, sparql, _over(served.folder, served.graph, name)))
        )
    others = {name: served.kg.ask(name).rows for name in LISTED if name != MAKERS}
    return {MAKERS: _listed(counts), **others}


def _rows(graph: LocalGraph, sparql: str, over: Over) -> list[Row]:
    """The answer to a query in one document, without what follows: each statement is said there to
    be of the narrowest of its kinds, and of what follows that of all documents is one graph."""
    ours, shared = ([name for name in names if name != CLOSURE_GRAPH] for names in over)
    return Answer(graph.query(sparql, (ours, shared))).rows


def _over(folder: Path, graph: LocalGraph, document: str) -> Over:
    """The graphs of a document and of none, but those of links."""
    apart = {document_graph(name) for name in made_of.pieces(folder) if name}
    there = sorted({*graph.named_graphs()} - apart)
    shared = [name for name in there if not name.startswith(LINK_GRAPHS)]
    return [document_graph(document), *shared], shared


def _counts(rows: Iterable[Row]) -> Counter[tuple[tuple[str, Any], ...]]:
    counts: Counter[tuple[tuple[str, Any], ...]] = Counter()
    for row in rows:
        counts[tuple((k, v) for k, v in row.items() if k != "statements")] += row["statements"]
    return counts


def _listed(counts: Counter[tuple[tuple[str, Any], ...]]) -> list[Row]:
    rows = [{**dict(told), "statements": number} for told, number in counts.items() if number > 0]
    return sorted(rows, key=lambda row: (row["kind"], -row["statements"], row["maker"]))
