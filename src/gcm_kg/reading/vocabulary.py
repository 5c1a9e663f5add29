"""Reads the ontology and the vocabularies: what there is, how it is named, what kind it is."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from gcm_kg.errors import InputError, shown
from gcm_kg.model.languages import is_english
from gcm_kg.model.vocabulary import LAYERS, NEGATIVE, POSITIVE, Label, Vocabulary
from gcm_kg.rdf.namespaces import BASE, GCM, OWL, RDF, RDFS, SKOS
from gcm_kg.rdf.parsing import parse_turtle
from gcm_kg.text.folding import folded

TYPE = RDF + "type"
NAMING = (*POSITIVE, NEGATIVE)
PREFERRED = SKOS + "prefLabel"
SHOWN = (PREFERRED, SKOS + "altLabel")
"""What gives the names that a reader is shown, in each language."""
SUBCLASS = RDFS + "subClassOf"
REMEMBERED = 4
"""Vocabularies that are kept: a process has its own, and hardly another one."""
Term = NamedNode | BlankNode | Literal | Triple
Owners = dict[tuple[str, str], tuple[Label, Path]]
"""Who has a folded label in a layer, and the file that says so."""


def load_vocabulary(ontology: Path, folder: Path) -> Vocabulary:
    """The ontology file and every Turtle file of the folder, in the order of their names; the same
    vocabulary as long as the files hold the same.

    Raises InputError with file and line for Turtle that does not parse, blank nodes, things
    without exactly one class that the ontology declares or without a preferred label, a label that
    two things of one layer share, and a label that is a negative label of the same thing.
    """
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise InputError(folder, "Turtle files of the vocabulary", "none", "restore the folder")
    digest = hashlib.sha256()
    for path in (ontology, *files):
        with suppress(OSError):  # which is said when it is parsed
            content = path.read_bytes()
            digest.update(f"{path.name} {len(content)}\n".encode() + content)
    return _vocabulary(_Files(digest.digest(), ontology, tuple(files)))


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of a vocabulary; those that hold the same are the same."""

    digest: bytes
    ontology: Path = field(compare=False)
    files: tuple[Path, ...] = field(compare=False)


def forget_vocabularies() -> None:
    """Lets go of vocabularies that are remembered."""
    _vocabulary.cache_clear()


@lru_cache(REMEMBERED)
def _vocabulary(read: _Files) -> Vocabulary:
    vocabulary = Vocabulary(ontology=parse_turtle(read.ontology))
    vocabulary.ancestors = _ancestors(vocabulary.ontology)
    owners: Owners = {}
    for path in read.files:
        _add_file(vocabulary, path, owners)
    return vocabulary


def _subject(quad: Quad) -> str:
    """The IRI of the subject; ``parse_turtle`` lets no other subjects through."""
    return str(quad.subject)[1:-1]


def _value(quad: Quad) -> str:
    """The IRI or the text of the object; ``parse_turtle`` lets no other objects through."""
    return quad.object.value if isinstance(quad.object, NamedNode | Literal) else ""


def _ancestors(ontology: Sequence[Quad]) -> dict[str, frozenset[str]]:
    """Every declared class with itself and the classes above it."""
    above: defaultdict[str, list[str]] = defaultdict(list)
    classes: list[str] = []
    for quad in ontology:
        name, predicate = _subject(quad).removeprefix(GCM), quad.predicate.value
        if predicate == SUBCLASS:
            above[name].append(_value(quad).removeprefix(GCM))
        elif predicate == TYPE and _value(quad) == OWL + "Class":
            classes.append(name)
    return {name: _reachable(name, above) for name in classes}


def _reachable(name: str, above: dict[str, list[str]]) -> frozenset[str]:
    """A class and all above it; each is visited once, so a cycle does no harm."""
    reached, waiting = {name}, [name]
    while waiting:
        new = set(above.get(waiting.pop(), ())) - reached
        reached |= new
        waiting += new
    return frozenset(reached)


def _add_file(vocabulary: Vocabulary, path: Path, owners: Owners) -> None:
    quads = parse_turtle(path)
    names: dict[str, str] = {}
    subjects = [names.setdefault(name, name) for name in map(_subject, quads)]
    for subject, quad in zip(subjects, quads, strict=True):
        predicate = quad.predicate.value
        if predicate == TYPE:
            _add_kind(vocabulary, path, subject, quad.object)
        if _is_read(quad):
            vocabulary.values.setdefault((subject, predicate), []).append(_value(quad))
        elif predicate == PREFERRED:
            vocabulary.foreign.setdefault(subject, _value(quad))
    for subject in names:
        _require(vocabulary, path, subject)
    for subject, quad in zip(subjects, quads, strict=True):
        if quad.predicate.value in NAMING and _is_read(quad):
            _add_label(vocabulary, path, subject, quad, owners)
    vocabulary.quads += quads


def _is_read(quad: Quad) -> bool:
    """Whether a value may stand in the texts that are read. A name in another language is
    published, and is none in an English text; a hidden label is looked for in any, as the name of
    a State at the head of its letters is."""
    value = quad.object
    if quad.predicate.value not in SHOWN or not isinstance(value, Literal):
        return True
    return is_english(value.language or "")


def _add_kind(vocabulary: Vocabulary, path: Path, subject: str, type_: Term) -> None:
    kind = type_.value.removeprefix(GCM) if isinstance(type_, NamedNode) else str(type_)
    if subject in vocabulary.kinds:
        found, line = f"a second for <{subject}>", _line(path, subject, last=True)
        raise InputError(path, "one class for each thing", found, "keep one", line=line)
    if kind not in vocabulary.ancestors:
        advice, line = "use a class of ontology/gcm.ttl", _line(path, subject)
        found = shown(f"gcm:{kind}" if kind.isidentifier() else kind)
        raise InputError(path, "a declared class", found, advice, line=line)
    vocabulary.kinds[subject] = kind


def _require(vocabulary: Vocabulary, path: Path, subject: str) -> None:
    named = vocabulary.get(subject, PREFERRED) or subject in vocabulary.foreign
    known = {"a class": vocabulary.get(subject, TYPE), "a skos:prefLabel": named}
    for what, is_said in known.items():
        if not is_said:
            found, line = f"none for <{subject}>", _line(path, subject)
            raise InputError(path, what, found, "add it", line=line)


def _layer(vocabulary: Vocabulary, entity: str) -> str | None:
    """The layer in which the labels of an entity compete, if they are searched for."""
    above = vocabulary.ancestors.get(vocabulary.kinds.get(entity, ""), frozenset())
    return next((name for kind, name in LAYERS.items() if kind in above), None)


def _add_label(vocabulary: Vocabulary, path: Path, entity: str, quad: Quad, owners: Owners) -> None:
    text = _value(quad)
    layer = _layer(vocabulary, entity)
    if layer is None or not isinstance(quad.object, Literal):
        return
    label = Label(text, entity, layer, quad.predicate.value == NEGATIVE)
    mine, key = f"{layer} but {entity}", folded(text)  # a negative label speaks of its own thing
    here, there = (mine, layer) if label.negative else (layer, mine)
    owner, file = owners.setdefault((here, key), (label, path))
    if (there, key) in owners and owners[there, key][0].entity == entity:
        owner, file = owners[there, key]
    if (owner.entity, owner.negative) != (entity, label.negative):
        what = "a negative label" if owner.negative else "a label"
        raise InputError(
            path,
            "a label that no other thing has",
            f"{shown(text)}, which is {what} of <{owner.entity}> in {file.name}",
            "remove one of the two, or lengthen it",
            line=_line(path, text, last=file == path),
        )
    vocabulary.labels.append(label)


def _line(path: Path, words: str, *, last: bool = False) -> int | None:
    """The line that holds a label, or begins with a thing given by its IRI; for messages.

    Without such a line, the first that names the thing at all.
    """
    label, thing = f'"{words}"', f"<{words.removeprefix(BASE)}>"
    lines = list(enumerate(path.read_text("utf-8").split("\n"), 1))
    hits = [n for n, line in lines if label in line or line.lstrip().startswith(thing)]
    hits = hits or [n for n, line in lines if thing in line][:1]
    return hits[-1 if last else 0] if hits else None
