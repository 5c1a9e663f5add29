"""The things of a class as a tree, with how many recommendations and other parts speak of each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import shorten

from pyoxigraph import NamedNode

from gcm_kg.errors import InputError, offered, shown
from gcm_kg.rdf.namespaces import GCM, OWL, RDF, RDFS, SKOS, compress
from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.documents import Documents, documents
from gcm_kg.store.graph import Graph, text_of
from gcm_kg.text.spelling import stem
from gcm_kg.views.table import Table, table

CLASS = NamedNode(OWL + "Class")
TYPE, LABEL = NamedNode(RDF + "type"), NamedNode(RDFS + "label")
NAMES = [NamedNode(SKOS + name) for name in ("prefLabel", "altLabel")]
# Parts “Concept” from “http://www.w3.org/2004/02/skos/core#Concept”, not “a Concept”.
LOCAL = re.compile(r"[/#:]")
NO_CLASS = "it says of nothing which class it is of"
UNNAMED = """
SELECT (COUNT(DISTINCT ?thing) AS ?number) { ?thing a ?class . ?class rdfs:subClassOf* ?_kind }
"""
INDENT = "  "
MOST_OFFERED = 4
COLUMNS = ("thing", "shortName", "recommendations", "parts", "words")
LIKENESS = 0.7
"""The least likeness (difflib) of a name that is offered for one of no class."""
MOST_WORDS = 100
"""Characters that are shown of the words of a part that has no title."""
USUAL = (
    "theme", "population", "actor", "state", "instrument", "principle", "action", "measure",
    "section", "recommendation",
)  # fmt: skip
"""Classes of ours that are offered where a name is like that of none."""


@dataclass(slots=True)
class Entry:
    """A thing with those below it; the parts that speak of it or of these, by their IRIs; of a part
    of a document, the parts within it, in ``place`` its document and where it begins, and its
    ``words`` where it has no title."""

    iri: str
    label: str
    notation: str
    below: list[Entry] = field(default_factory=list)
    recommendations: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    place: tuple[str, int] | None = None
    words: str = ""


def class_of(graph: Graph, name: str) -> str:
    """The IRI of a class of ours by its name in the singular or plural: "themes", "UN entities"; or
    of any class of which the graph has things, by its IRI, its CURIE or the end of either.

    Raises InputError for a name of none; near ones are offered.
    """
    known: dict[str, str] = {}
    for triple in graph.triples(None, TYPE, CLASS):
        iri = text_of(triple.subject)
        if iri.startswith(GCM):
            names = [text_of(t.object) for t in graph.triples(NamedNode(iri), LABEL, None)]
            known |= {_plain(each): iri for each in (*names, iri.removeprefix(GCM))}
    wanted = _plain(name.removeprefix("gcm:"))
    if wanted in known:
        return known[wanted]
    kinds = [text_of(row["kind"]) for row in graph.select(shipped("views/listing-classes"))]
    for iri in kinds:
        known |= {_plain(each): iri for each in (iri, compress(iri), LOCAL.split(iri)[-1])}
    if (found := known.get(_plain(name.strip("<>")))) is not None:
        return found
    raise InputError("the class", "the name of one", shown(name), _near(wanted, known, kinds))


def _near(wanted: str, known: Mapping[str, str], kinds: Sequence[str]) -> str:
    """Which classes have names near one, each once; or which there are, ours before all others."""
    from difflib import get_close_matches

    close = {
        known[name]: name
        for name in reversed(get_close_matches(wanted, known, n=4, cutoff=LIKENESS))
    }
    if close:
        names = [compress(i) if ":" in n else offered(n) for i, n in reversed(close.items())]
        return f"did you mean {' or '.join(names)}?"
    if ours := [name for name in USUAL if known.get(name) == f"{GCM}{name.capitalize()}"]:
        return f"there are {', '.join(ours)} and others, which gcm-kg stats counts"
    return f"it has {', '.join(map(compress, kinds[:MOST_OFFERED]))}" if kinds else NO_CLASS


def _plain(name: str) -> str:
    return " ".join(stem(word) for word in name.lower().split())


def listed(graph: Graph, class_iri: str, among: Sequence[str] = ()) -> list[Entry]:
    """The things of a class as trees, in the order of their labels, parts of documents in the order
    of the texts; what stands below several has its place below each. With ``among``, only those of
    whose labels one has one of the words, and what stands below them."""
    kind = NamedNode(class_iri)
    entries: dict[str, Entry] = {}
    above: defaultdict[str, set[str]] = defaultdict(set)
    known = documents(graph)
    for row in graph.select(shipped("views/listing"), kind=kind):
        iri, label = text_of(row["thing"]), text_of(row["label"])
        label = label if known.of(iri) is None else known.name(iri, label)
        entry = entries.setdefault(iri, Entry(iri, label, text_of(row["notation"])))
        entry.words = text_of(row["text"])
        if place := text_of(row["place"]):
            entry.place = (_key(known, iri), int(place))
        if row["above"] is not None:
            above[iri].add(text_of(row["above"]))
    within = any(entry.place for entry in entries.values())
    counted = shipped("views/listing-within" if within else "views/listing-parts")
    for row in graph.select(counted, kind=kind):
        if counted_for := entries.get(text_of(row["thing"])):
            counted_for.parts.add(text_of(row["part"]))
            counted_for.recommendations |= (
                {text_of(row["part"])} if row["recommendation"] else set()
            )
    roots = _roots(entries, above)
    for root in roots:
        _gather(root, set())
    if not among:
        return roots
    named = _named(graph, {stem(word.lower()) for word in among})
    return [found for root in roots for found in _having(root, named)]


def why_none(graph: Graph, class_iri: str, words: Sequence[str] = (), *, used: bool = False) -> str:
    """Why nothing of a class is listed: there is none, none has such a name, or no part speaks of
    one; names that are near are offered."""
    kind = compress(class_iri)
    every = [entry for entry, _ in walked(listed(graph, class_iri))]
    if not every:
        (row,) = graph.select(UNNAMED, kind=NamedNode(class_iri))
        if number := int(text_of(row["number"])):
            return f"the {number:,} things of class {kind} have no names; gcm-kg sparql finds them"
        return f"nothing in the graph is a {kind}"
    if not words:
        return f"no part speaks of one of the {len(every)} things of class {kind}"
    named = [entry for entry, _ in walked(listed(graph, class_iri, words))]
    if named and used:
        return f"no part speaks of {' or '.join(offered(e.label) for e in named[:MOST_OFFERED])}"
    from difflib import get_close_matches

    labels = {word: entry.label for entry in every for word in entry.label.lower().split()}
    labels |= {entry.label.lower(): entry.label for entry in every}
    close = [
        near for word in words for near in get_close_matches(word.lower(), labels, n=2, cutoff=0.75)
    ]
    near = " or ".join(dict.fromkeys(offered(labels[each]) for each in close))
    said = f"none of the {len(every)} things of class {kind} is named {' or '.join(words)}"
    return f"{said}; did you mean {near}?" if near else said


def _roots(entries: dict[str, Entry], above: defaultdict[str, set[str]]) -> list[Entry]:
    """The things that stand below no other; all below them get their places."""
    ordered = sorted(entries.values(), key=_order)
    reached: set[str] = set()
    for entry in ordered:
        for over in above[entry.iri] & entries.keys() - {entry.iri}:
            entries[over].below.append(entry)
    roots = [entry for entry in ordered if not above[entry.iri] & entries.keys() - {entry.iri}]
    for root in roots:
        reached.update(entry.iri for entry, _ in walked([root]))
    return roots + [entry for entry in ordered if entry.iri not in reached]


def _order(entry: Entry) -> tuple[str, int, str, str]:
    document, start = entry.place or ("", 0)
    return document, start, entry.label.lower(), entry.iri


def _key(known: Documents, iri: str) -> str:
    """The key of the document of a part."""
    document = known.of(iri)
    return document.key if document else ""


def _gather(entry: Entry, seen: set[str]) -> None:
    """Adds the parts of what stands below to those of each thing."""
    for under in entry.below:
        if under.iri not in seen:
            _gather(under, seen | {entry.iri})
            entry.parts |= under.parts
            entry.recommendations |= under.recommendations


def _named(graph: Graph, stems: set[str]) -> set[str]:
    """The things one of whose labels has one of the words."""
    labels = (triple for name in NAMES for triple in graph.triples(None, name, None))
    return {
        text_of(triple.subject)
        for triple in labels
        if stems & {stem(word) for word in text_of(triple.object).lower().split()}
    }


def _having(entry: Entry, named: set[str]) -> Iterator[Entry]:
    """The nearest things of a tree that are named so."""
    if entry.iri in named:
        yield entry
        return
    for under in entry.below:
        yield from _having(under, named)


def spoken_of(entries: Sequence[Entry]) -> list[Entry]:
    """The trees without the things of which no part speaks."""
    kept = [entry for entry in entries if entry.parts]
    for entry in kept:
        entry.below = spoken_of(entry.below)
    return kept


def walked(
    entries: Sequence[Entry], depth: int = 0, seen: frozenset[str] = frozenset()
) -> Iterator[tuple[Entry, int]]:
    """All things of some trees, each with how deep it stands; none within itself."""
    for entry in entries:
        if entry.iri not in seen:
            yield entry, depth
            yield from walked(entry.below, depth + 1, seen | {entry.iri})


def listed_table(title: str, entries: Sequence[Entry], wanted: Sequence[str] = ()) -> Table:
    """Trees as a table, what stands below indented; the counts have what stands below in them.

    Where no part speaks of anything, as none does of classes, nothing is counted.
    """
    counted = any(entry.parts for entry in entries)
    rows = [
        [
            f"{INDENT * depth}{entry.label}",
            entry.notation,
            *(str(len(of)) if counted else "" for of in (entry.recommendations, entry.parts)),
            shorten(entry.words, MOST_WORDS, placeholder=" …"),
        ]
        for entry, depth in walked(entries)
    ]
    return table(title, COLUMNS, rows, wanted=wanted, indented="thing")
