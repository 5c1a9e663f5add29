"""Reads the ontology and the vocabularies: what there is, how it is named, what kind it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from gcm_kg.errors import InputError, shown
from gcm_kg.find import Label
from gcm_kg.fold import folded
from gcm_kg.iris import BASE, GCM, RDF, RDFS, SKOS

TYPE = RDF + "type"
SUBCLASS = RDFS + "subClassOf"
POSITIVE = tuple(SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel", "notation"))
NEGATIVE = GCM + "negativeLabel"
LAYERS = {
    "Instrument": "names",
    "Actor": "names",
    "Event": "names",
    "Place": "names",
    "Principle": "principles",
    "Population": "populations",
    "Theme": "themes",
}
"""The classes whose labels are searched for, with the layer in which their names compete."""


@dataclass(slots=True)
class Vocabulary:
    """The things that documents name. Keys and values are IRIs without brackets."""

    quads: list[Quad] = field(default_factory=list)
    ontology: list[Quad] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)
    ancestors: dict[str, frozenset[str]] = field(default_factory=dict)
    labels: list[Label] = field(default_factory=list)
    values: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def is_a(self, entity: str, kind: str) -> bool:
        """Whether an entity belongs to a class of ours (local name) or to one below it."""
        return kind in self.ancestors.get(self.kinds.get(entity, ""), frozenset())

    def get(self, entity: str, predicate: str) -> list[str]:
        """The values of a property (IRI) of an entity, as text."""
        return self.values.get((entity, predicate), [])

    def of_kind(self, kind: str) -> list[str]:
        """The entities of a class (local name) and the classes below it, in file order."""
        return [entity for entity in self.kinds if self.is_a(entity, kind)]

    def name(self, entity: str) -> str:
        """The preferred label of an entity, or its IRI."""
        return next(iter(self.get(entity, SKOS + "prefLabel")), entity)


def load_vocabulary(ontology: Path, folder: Path) -> Vocabulary:
    """The ontology file and every Turtle file of the folder, in the order of their names.

    Raises InputError with file and line for Turtle that does not parse, blank nodes, things
    without exactly one class of the ontology or without a preferred label, and a label that two
    things of one layer share.
    """
    vocabulary = Vocabulary(ontology=parse_turtle(ontology))
    vocabulary.ancestors = _ancestors(vocabulary.ontology)
    owners: dict[tuple[str, str], tuple[str, Path]] = {}
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise InputError(folder, "Turtle files of the vocabulary", "none", "restore the folder")
    for path in files:
        _add_file(vocabulary, path, owners)
    return vocabulary


def parse_turtle(path: Path) -> list[Quad]:
    """The triples of a Turtle file. Raises InputError with the line of a mistake."""
    try:
        quads = list(parse(path=str(path), format=RdfFormat.TURTLE, base_iri=BASE))
    except SyntaxError as error:
        message = (error.msg or "a mistake").split(": ", 1)[-1]
        raise InputError(
            path, "Turtle", message, "correct the line", line=error.lineno or 1
        ) from None
    except OSError as error:
        raise InputError(path, "a Turtle file", error.strerror or "none", "check it") from None
    except ValueError as error:
        raise InputError(path, "UTF-8 Turtle", str(error), "convert the file") from None
    for quad in quads:
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            raise InputError(path, "an IRI for every thing", "a blank node", "give it an IRI")
    return quads


def _ancestors(ontology: Sequence[Quad]) -> dict[str, frozenset[str]]:
    """Every class of ours with itself and the classes above it, by local name."""
    above: defaultdict[str, set[str]] = defaultdict(set)
    names = [q.subject.value for q in ontology if q.predicate.value == TYPE]
    for quad in ontology:
        if quad.predicate.value == SUBCLASS:
            above[quad.subject.value].add(quad.object.value)

    def closure(name: str) -> Iterator[str]:
        yield name.removeprefix(GCM)
        for parent in above.get(name, ()):
            yield from closure(parent)

    return {n.removeprefix(GCM): frozenset(closure(n)) for n in names if n.startswith(GCM)}


def _add_file(
    vocabulary: Vocabulary, path: Path, owners: dict[tuple[str, str], tuple[str, Path]]
) -> None:
    quads = parse_turtle(path)
    subjects = dict.fromkeys(quad.subject.value for quad in quads)
    for quad in quads:
        subject, predicate = quad.subject.value, quad.predicate.value
        if predicate == TYPE:
            _add_kind(vocabulary, path, subject, quad.object)
        vocabulary.values.setdefault((subject, predicate), []).append(quad.object.value)
    for subject in subjects:
        _require(vocabulary, path, subject)
    for quad in quads:
        predicate = quad.predicate.value
        if predicate in POSITIVE or predicate == NEGATIVE:
            _add_label(vocabulary, path, quad, owners)
    vocabulary.quads += quads


def _add_kind(vocabulary: Vocabulary, path: Path, subject: str, kind: object) -> None:
    name = kind.value if isinstance(kind, NamedNode) else str(kind)
    known = vocabulary.kinds.get(subject)
    if known is not None:
        found = f"a second for <{subject}>"
        raise InputError(path, "one class for each thing", found, "keep one", line=_line(path, subject))
    if name.startswith(GCM) and name.removeprefix(GCM) not in vocabulary.ancestors:
        advice = "use a class of ontology/gcm.ttl"
        found = f"gcm:{name.removeprefix(GCM)}"
        raise InputError(path, "a declared class", found, advice, line=_line(path, subject))
    vocabulary.kinds[subject] = name.removeprefix(GCM)


def _require(vocabulary: Vocabulary, path: Path, subject: str) -> None:
    for predicate, what in ((TYPE, "a class"), (SKOS + "prefLabel", "a skos:prefLabel")):
        if not vocabulary.get(subject, predicate):
            found, line = f"none for <{subject}>", _line(path, subject)
            raise InputError(path, what, found, "add it", line=line)


def _add_label(
    vocabulary: Vocabulary,
    path: Path,
    quad: Quad,
    owners: dict[tuple[str, str], tuple[str, Path]],
) -> None:
    entity = quad.subject.value
    layer = next((l for k, l in LAYERS.items() if vocabulary.is_a(entity, k)), None)
    if layer is None or not isinstance(quad.object, Literal):
        return
    text = quad.object.value
    label = Label(text, entity, layer, quad.predicate.value == NEGATIVE)
    owner, file = owners.setdefault((layer, folded(text)), (entity, path))
    if owner != entity:
        raise InputError(
            path,
            "a label that no other thing has",
            f"{shown(text)}, which is a label of <{owner}> in {file.name}",
            "remove one of the two, or lengthen it",
            line=_line(path, text, last=file == path),
        )
    vocabulary.labels.append(label)


def _line(path: Path, words: str, *, last: bool = False) -> int | None:
    """The line on which a label or the last segment of an IRI stands, for messages."""
    needle = words.removeprefix(BASE)
    hits = [
        number
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if f'"{needle}"' in line or f"<{needle}>" in line
    ]
    return hits[-1 if last else 0] if hits else None
