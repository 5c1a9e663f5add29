"""Makes trees by frames (JSON-LD 1.1 Framing), straight from the graph.

A frame of ours names terms of the context, each with the frame of what it leads to. ``id`` in it
takes in things that have none of its terms, and ``"@embed": "@never"`` leaves an IRI alone. A
processor of JSON-LD that is given the same triples makes the same trees, as a test asks of PyLD;
but it looks through all of them for each thing.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode

from gcm_kg.errors import InputError, shown
from gcm_kg.rdf.jsonld import KEYWORDS, Compactor, absolute, identifier
from gcm_kg.rdf.namespaces import GCM, RDF, compress, expand
from gcm_kg.store.graph import Graph

Tree = dict[str, Any]
FLAGS = {"@embed": "@always", "@explicit": True, "@omitDefault": True}
"""What the top of a frame says of all its levels, so that any processor reads it as we do."""
TYPE = NamedNode(RDF + "type")
REMEMBERED = 1 << 12
"""Things of which is remembered what is said of them: many trees lead to the same ones."""


class Term(NamedTuple):
    """A term in a frame: its name, what it stands for, and the frame of what it leads to."""

    name: str
    predicate: NamedNode
    definition: dict[str, Any]
    level: Level


@dataclass(frozen=True, slots=True)
class Level:
    """A frame, or one in a frame: its terms in their order; whether it takes things that have none
    of them, and whether more is said of a thing than its IRI."""

    terms: tuple[Term, ...]
    takes_all: bool
    embeds: bool


def load_frame(path: Path, context: dict[str, Any]) -> Level:
    """The frame in a file, which is named after its class.

    Raises InputError for what is no frame of a class of ours, and for what our frames do not use.
    """
    try:
        written = json.loads(path.read_text("utf-8-sig"))
        flags = {flag: written.pop(flag) for flag in FLAGS}
        kind = written.pop("type")
        del written["@context"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        expected = f"a frame: JSON with @context, type, {', '.join(FLAGS)}"
        found = str(error) or type(error).__name__
        raise InputError(path, expected, found, "correct it") from None
    if kind != path.stem or context.get(path.stem) != compress(GCM + path.stem):
        expected = f"{path.stem}, a class of ours, for type"
        raise InputError(path, expected, shown(str(kind)), "correct it")
    try:
        for flag, value in flags.items():
            if value != FLAGS[flag]:
                raise ValueError(f"{flag}: {json.dumps(value)}")
        return _level({"id": {}, **written}, context)
    except ValueError as error:
        expected = 'terms of the context, each with a frame, id, and "@embed": "@never"'
        raise InputError(path, expected, shown(str(error)), "correct it") from None


def _level(frame: object, context: dict[str, Any]) -> Level:
    """A frame as it is written. Raises ValueError, with what is not understood."""
    if not isinstance(frame, dict):
        raise ValueError(json.dumps(frame))
    terms = {name: inner for name, inner in frame.items() if name not in ("id", "@embed")}
    if frame.get("id", {}) != {} or frame.get("@embed", "@never") != "@never":
        raise ValueError(json.dumps({k: frame[k] for k in frame if k not in terms}))
    return Level(
        tuple(_term(name, inner, context) for name, inner in terms.items()),
        takes_all="id" in frame or not terms,
        embeds="@embed" not in frame,
    )


def _term(name: str, frame: object, context: dict[str, Any]) -> Term:
    if name in KEYWORDS or name.startswith("@") or name not in context:
        raise ValueError(name)
    whole = context[name]
    definition = {"@id": whole} if isinstance(whole, str) else whole
    iri = expand(definition.get("@reverse") or definition["@id"])
    return Term(name, NamedNode(iri), definition, _level(frame, context))


class Framer:
    """Makes trees of the things of a graph, with the names of a context.

    Blank nodes and quoted triples, which frames cannot name, are left out.
    """

    def __init__(self, graph: Graph, context: dict[str, Any]) -> None:
        self.graph, self.compactor = graph, Compactor(context)
        self.said = lru_cache(REMEMBERED)(self._said)

    def tree(self, iri: str, level: Level) -> Tree:
        """The tree of a thing, by a frame. Raises InputError for one of which nothing is said, and
        for an IRI that JSON-LD would take for a prefixed name."""
        try:
            made = self._tree(NamedNode(iri), level, ())
        except TypeError as error:
            raise InputError(iri, "IRIs that JSON-LD can hold", str(error), "rename it") from None
        if len(made) == 1 and not self.said(NamedNode(iri)):
            raise InputError(iri, "a thing of the graph", "nothing said of it", "name another one")
        return made

    def _said(self, node: NamedNode) -> dict[NamedNode, list[NamedNode | Literal]]:
        """What the graph says of a thing: the values of each predicate, each once."""
        found: defaultdict[NamedNode, dict[NamedNode | Literal, None]] = defaultdict(dict)
        for triple in self.graph.triples(node, None, None):
            if isinstance(triple.object, NamedNode | Literal):
                found[triple.predicate][triple.object] = None
        return {predicate: list(values) for predicate, values in found.items()}

    def _of(self, node: NamedNode, term: Term) -> Iterable[NamedNode | Literal]:
        """What a term leads to from a thing."""
        if "@reverse" not in term.definition:
            return self.said(node).get(term.predicate, ())
        triples = self.graph.triples(None, term.predicate, node)
        return dict.fromkeys(t.subject for t in triples if isinstance(t.subject, NamedNode))

    def _tree(self, node: NamedNode, level: Level, above: tuple[NamedNode, ...]) -> Tree:
        """The tree of a thing; ``above`` are those that it stands in, which are not repeated."""
        made: Tree = {"id": json.loads(identifier(node.value))}
        if node in above or not level.embeds:
            return made
        types = [t for t in self.said(node).get(TYPE, ()) if isinstance(t, NamedNode)]
        if types:
            names = sorted(json.loads(self.compactor.type(t.value)) for t in types)
            made["type"] = names if len(names) > 1 else names[0]
        places = {term.name: place for place, term in enumerate(level.terms)}
        found: defaultdict[str, list[Any]] = defaultdict(list)
        listed = set()
        for term in level.terms:
            for key, value, several in self._values(node, term, (*above, node)):
                found[key].append(value)
                if several:
                    listed.add(key)
        for key in sorted(found, key=lambda key: (places.get(key, len(places)), key)):
            values = sorted(found[key], key=_name)
            made[key] = values if key in listed or len(values) > 1 else values[0]
        return made

    def _values(
        self, node: NamedNode, term: Term, above: tuple[NamedNode, ...]
    ) -> Iterator[tuple[str, Any, bool]]:
        """What a term leads to: the key for each, its value, and whether the key holds lists."""
        iri, definition = term.predicate.value, term.definition
        alone = definition.get("@type") == "@id"
        """Whether an IRI alone is known to be one."""
        whole = alone or "@reverse" in definition
        for value in self._of(node, term):
            if not isinstance(value, NamedNode):
                key, text, several = self.compactor.value(iri, value)
                yield key, json.loads(text), several
                continue
            made = self._tree(value, term.level, above)
            if term.level.takes_all or not made.keys() <= {"id", "type"}:
                key = term.name if whole else compress(absolute(iri))
                short = made["id"] if alone and len(made) == 1 else made
                yield key, short, not whole or "@container" in definition


def _name(value: Any) -> tuple[object, ...]:
    """A key by which the values of a list are sorted: by their identifiers, or as they are."""
    text = value.get("id") or json.dumps(value) if isinstance(value, dict) else str(value)
    return natural(text)


def natural(text: str) -> tuple[object, ...]:
    """A key by which item 2 comes before item 10."""
    pieces = re.split(r"([0-9]+)", text)
    return tuple(int(piece) if place % 2 else piece for place, piece in enumerate(pieces))
