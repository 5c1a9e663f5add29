"""Reads the tables of links to other graphs, and writes each as a named graph of its own.

Beside the link itself stands its mapping, as SSSOM writes it in RDF: an annotated axiom, with the
reason and the confidence. Ours have IRIs where others have blank nodes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from gcm_kg.errors import InputError, shown
from gcm_kg.mappings.sssom import Mapping, MappingSet, load_mapping_set
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import (
    BASE,
    DCTERMS,
    GCM,
    LINK_GRAPHS,
    OWL,
    PREFIXES,
    RDF,
    RDFS,
    SEMAPV,
    SKOS,
    SSSOM,
    XSD,
    compress,
)

SUFFIX = ".sssom.tsv"
EXACT = (SKOS + "exactMatch", OWL + "sameAs")
"""The relations that say of two things that they are one."""
MAPPING_PREDICATES = (
    *EXACT,
    *(SKOS + name for name in ("closeMatch", "broadMatch", "narrowMatch", "relatedMatch")),
    RDFS + "seeAlso",
)
"""How things may be linked; rdfs:seeAlso is for pages."""
INDIVIDUALS = tuple(BASE + folder for folder in ("actor/", "place/", "instrument/"))
"""Where the IRIs of single things begin; only these can be the same as something."""
JUSTIFICATIONS = frozenset(
    SEMAPV + name
    for name in (
        "ManualMappingCuration", "MappingReview", "MappingChaining", "MappingInversion",
        "LexicalMatching", "LexicalSimilarityThresholdMatching", "CompositeMatching",
        "LogicalReasoning", "SemanticSimilarityThresholdMatching", "StructuralMatching",
        "InstanceBasedMatching", "BackgroundKnowledgeBasedMatching", "UnspecifiedMatching",
    )
)  # fmt: skip
"""The terms of semapv for how a mapping came about."""
STEM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SAFE = ":@!$&'()*+,;="
"""Characters that stand for themselves in a segment of an IRI (RFC 3986, section 3.3)."""


@dataclass(frozen=True, slots=True)
class Links:
    """The table of links to one target; ``stem`` is its name in files and IRIs."""

    stem: str
    path: Path
    table: MappingSet

    @property
    def iri(self) -> str:
        """The IRI of the mapping set."""
        return str(self.table.metadata["mapping_set_id"])

    @property
    def target(self) -> str:
        """The IRI that we give the other dataset."""
        return f"{BASE}target/{self.stem}"

    @property
    def title(self) -> str:
        """What the table is called: a title is optional in SSSOM, and then it is the stem."""
        return _text(self.table.metadata.get("mapping_set_title")) or self.stem


def _text(value: object) -> str:
    """A value of the metadata as one text: that of a list has its values one after the other."""
    return " ".join(map(str, value)) if isinstance(value, list) else str(value or "").strip()


def load_links(folder: Path, vocabulary: Vocabulary) -> list[Links]:
    """The tables of a folder, by name; a folder that is missing holds none.

    Raises InputError, with file, line and column, for a table that is not SSSOM and for a row that
    links what is not ours, by a relation or for a justification that is not known, without a
    reason, or a second time.
    """
    return [_checked(path, vocabulary) for path in sorted(folder.glob(f"*{SUFFIX}"))]


def _checked(path: Path, vocabulary: Vocabulary) -> Links:
    stem = path.name.removesuffix(SUFFIX)
    if not STEM.fullmatch(stem):
        advice = "rename the file"
        raise InputError(path, "a name of small letters, digits and hyphens", shown(stem), advice)
    links = Links(stem, path, load_mapping_set(path))
    if links.iri != f"{BASE}mappings/{stem}":
        expected = f"#mapping_set_id: {BASE}mappings/{stem}"
        raise InputError(path, expected, shown(links.iri), "correct the line", line=1)
    ours = {*vocabulary.kinds, *(GCM + name for name in terms(vocabulary))}
    taken: set[tuple[str, str, str]] = set()
    denied = {_key(match) for match in links.table.matches if match.modifier}
    for match in links.table.links:
        refuse(match, path, ours)
        if (key := _key(match)) in taken:
            raise fault(path, match, "object_id", match.object, "a link that no other row has")
        if key in denied:
            raise fault(path, match, "object_id", match.object, "a link that no other row negates")
        taken.add(key)
    return links


def _key(match: Mapping) -> tuple[str, str, str]:
    return match.subject, match.predicate, match.object


def terms(vocabulary: Vocabulary) -> set[str]:
    """The local names of the terms of the ontology."""
    return {
        quad.subject.value.removeprefix(GCM)
        for quad in vocabulary.ontology
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(GCM)
    }


def refuse(match: Mapping, path: Path, ours: set[str]) -> None:
    """Raises InputError for a row that may not be published."""
    if match.subject not in ours:
        raise fault(path, match, "subject_id", match.subject, "a thing of data/vocabulary")
    if match.predicate not in MAPPING_PREDICATES:
        known = " ".join(
            compress(iri, {"skos": SKOS, "owl": OWL, "rdfs": RDFS}) for iri in MAPPING_PREDICATES
        )
        raise fault(path, match, "predicate_id", match.predicate, f"one of {known}")
    if match.predicate == OWL + "sameAs" and not match.subject.startswith(INDIVIDUALS):
        expected = "a match of SKOS, as concepts and terms are no single things"
        raise fault(path, match, "predicate_id", "owl:sameAs", expected)
    if match.object.startswith((BASE, "file:")):
        expected = "a thing of another graph that others can find"
        raise fault(path, match, "object_id", match.object, expected)
    if match.justification not in JUSTIFICATIONS:
        expected = "a justification of semapv, such as semapv:ManualMappingCuration"
        raise fault(path, match, "mapping_justification", match.justification, expected)
    if not match.comment:
        raise fault(path, match, "comment", "", "a reason")


def fault(path: Path, match: Mapping, column: str, value: str, expected: str) -> InputError:
    """The error to raise when a cell cannot be used."""
    found = f"{shown(value) if value else 'nothing'} in column {column}"
    return InputError(path, expected, found, "correct the row", line=match.line or None)


def linksets(tables: Iterable[Links]) -> Iterator[Linkset]:
    """How many links there are to each target by each relation (VoID, section 5)."""
    for links in tables:
        spaces = {iri for iri in links.table.prefixes.values() if not iri.startswith((BASE, GCM))}
        counts = Counter(match.predicate for match in links.table.links)
        for predicate, number in sorted(counts.items()):
            identifier, known = f"{links.stem},{compress(predicate, PREFIXES)}", sorted(spaces)
            yield Linkset(identifier, links.target, links.title, tuple(known), predicate, number)


def link_quads(tables: Iterable[Links]) -> Iterator[Quad]:
    """The links, each with its mapping, and what each set says of itself."""
    for links in tables:
        graph = NamedNode(LINK_GRAPHS + links.stem)
        yield from _about(links, graph)
        for match in links.table.links:
            yield from _link(links, match, graph)


def _about(links: Links, graph: NamedNode) -> Iterator[Quad]:
    node, metadata = NamedNode(links.iri), links.table.metadata
    yield Quad(node, NamedNode(RDF + "type"), NamedNode(SSSOM + "MappingSet"), graph)
    yield Quad(node, NamedNode(DCTERMS + "title"), Literal(links.title, language="en"), graph)
    if text := _text(metadata.get("mapping_set_description")):
        yield Quad(node, NamedNode(DCTERMS + "description"), Literal(text, language="en"), graph)
    yield Quad(node, NamedNode(DCTERMS + "license"), NamedNode(metadata["license"]), graph)
    yield Quad(node, NamedNode(SSSOM + "object_source"), NamedNode(links.target), graph)


def _link(links: Links, match: Mapping, graph: NamedNode) -> Iterator[Quad]:
    subject, predicate, value = map(NamedNode, (match.subject, match.predicate, match.object))
    yield Quad(subject, predicate, value, graph)
    node = NamedNode(mapping_iri(links, match))
    yield Quad(NamedNode(links.iri), NamedNode(SSSOM + "mappings"), node, graph)
    yield Quad(node, NamedNode(RDF + "type"), NamedNode(OWL + "Axiom"), graph)
    yield Quad(node, NamedNode(OWL + "annotatedSource"), subject, graph)
    yield Quad(node, NamedNode(OWL + "annotatedProperty"), predicate, graph)
    yield Quad(node, NamedNode(OWL + "annotatedTarget"), value, graph)
    justification = NamedNode(match.justification)
    yield Quad(node, NamedNode(SSSOM + "mapping_justification"), justification, graph)
    if match.confidence:
        confidence = Literal(match.confidence, datatype=NamedNode(XSD + "double"))
        yield Quad(node, NamedNode(SSSOM + "confidence"), confidence, graph)
    if match.object_label:
        label = Literal(match.object_label)
        yield Quad(node, NamedNode(SSSOM + "object_label"), label, graph)
    yield Quad(node, NamedNode(RDFS + "comment"), Literal(match.comment, language="en"), graph)


def mapping_iri(links: Links, match: Mapping) -> str:
    """The IRI of a mapping: its set, our thing, the relation, and the end of the other IRI."""
    ours = re.split(r"[#]|/id/", match.subject)[-1].replace("/", "_")
    relation = re.split(r"[#/]", match.predicate)[-1]
    other = compress(match.object, links.table.prefixes).replace(":", "_", 1)
    return f"{links.iri}/{ours}/{relation}/{quote(other, safe=SAFE)}"


def load_curated(folder: Path) -> list[Mapping]:
    """The rows of all mapping tables of a folder, in the order of their names, also those that say
    of two things that they do not match.

    Raises InputError for a table that is not SSSOM/TSV.
    """
    tables = sorted(folder.glob("*.sssom.tsv")) if folder.is_dir() else []
    return [match for table in tables for match in load_mapping_set(table).matches]


@dataclass(frozen=True, slots=True)
class Linkset:
    """The links of one relation to one target, whose IRIs begin with one of ``spaces``."""

    identifier: str
    target: str
    title: str
    spaces: tuple[str, ...]
    predicate: str
    links: int
