"""Writes what is said of things as Turtle, TriG and nodes of JSON-LD at once.

What is written is what ``rdf.turtle`` and ``rdf.jsonld`` write of the same quads. Things of whom
the same is said, by predicates and not by values, are many: how such a thing is laid out is found
once. A literal that needs no escapes is the same characters in all formats, and is not looked into.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from pyoxigraph import NamedNode, RdfFormat, parse

from gcm_kg.rdf import jsonld, turtle
from gcm_kg.rdf.described import Graphs, Said
from gcm_kg.rdf.namespaces import XSD, compress

# Matches what no IRI holds: “ ”, “<”, “"”, not “é”.
NO_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
INTEGER = f'"^^<{XSD}integer>'
TYPE = f"<{turtle.TYPE}>"
DIGITS = 15
"""Those of a whole number that JSON holds (JSON-LD 1.1 Processing Algorithms, section 8.6)."""
Value = tuple[str, str, str, bool]
"""A value of a predicate: in Turtle; in JSON under a key; whether that key holds lists always."""


class Predicate(NamedTuple):
    """A predicate in Turtle, and its keys in JSON for texts and for things that are written as they
    stand, if it has any; whether those hold lists always; and its key for texts in full, where the
    context does not know it."""

    token: str
    verb: str
    text: str
    thing: str
    several: bool
    full: str = ""


class Written(NamedTuple):
    """What is said, in Turtle, in nodes of JSON-LD parted by commas, and in TriG; where all is of
    one graph, its name in Turtle, and no TriG."""

    turtle: bytes
    json: bytes
    graph: bytes
    trig: bytes


class LineWriter:
    """Writes what is said; holds what is prepared once for a JSON-LD context."""

    def __init__(self, context: dict[str, Any]) -> None:
        self._compactor = jsonld.Compactor(context)
        self._orders: dict[tuple[str, ...], list[Predicate]] = {}
        self._predicates: dict[str, Predicate] = {}
        self._remembered = lru_cache(turtle.REMEMBERED)(self._looked_into)
        self._names = _Names()

    def written(self, graphs: Graphs) -> Written:
        """What is said, in each format.

        Raises TypeError for what is not published: blank nodes and whatever RDF 1.1 has not.
        """
        self._names.forget()
        whole: dict[str, tuple[bytes, bytes]] = {}
        names = [turtle.written(_iri(graph)).encode() if graph else b"" for graph in graphs]
        one = names[0] if len(names) == 1 else b""
        trig = []
        for name, subjects in zip(names, graphs.values(), strict=True):
            blocks = [self._block(subject, said) for subject, said in subjects.items()]
            if not one:
                trig.append(in_graph(name, b"".join([text for text, _ in blocks])))
            for subject, block in zip(subjects, blocks, strict=True):
                if subject in whole:
                    block = self._block(subject, _merged(graphs.values(), subject))
                whole[subject] = block
        texts, nodes = zip(*whole.values(), strict=True) if whole else ((), ())
        return Written(b"".join(texts), b",\n".join(nodes), one, b"".join(trig))

    def _block(self, subject: str, said: Said) -> tuple[bytes, bytes]:
        """What is said of a subject, in Turtle and in JSON, as UTF-8."""
        name, identifier = self._names[subject]
        lines, pairs = [name], []
        for known in self._orders.get(tuple(said)) or self._order(tuple(said)):
            values = said[known.token]
            if len(values) == 1:
                text, key, node, several = self._value(known, values[0])
                lines.append(f"    {known.verb} {text} ;")
                pairs.append((key, f"[\n  {node}\n ]" if several else node))
            else:
                written = [self._value(known, value) for value in values]
                lines += sorted([f"    {known.verb} {value[0]} ;" for value in written])
                pairs += _pairs(written)
        pairs.sort(key=_type_first)
        members = "".join([f',\n "{key}": {text}' for key, text in pairs])
        lines.append(".\n")
        return "\n".join(lines).encode(), f'{{\n "id": {identifier}{members}\n}}'.encode()

    def _order(self, predicates: tuple[str, ...]) -> list[Predicate]:
        """Some predicates in the order in which Turtle has them."""
        known = [
            self._predicates.get(predicate) or self._predicate(predicate)
            for predicate in predicates
        ]
        known.sort(key=lambda each: (each.verb != "a", each.verb))
        self._orders[predicates] = known
        return known

    def _predicate(self, predicate: str) -> Predicate:
        known = self._predicates[predicate] = self._looked_up(predicate)
        return known

    def _looked_up(self, predicate: str) -> Predicate:
        iri = _iri(predicate)
        if predicate == TYPE:
            return Predicate(predicate, "a", "", "", several=False)
        name, definition = self._compactor.properties.get(iri, ("", {}))
        coerced = bool(definition.keys() & {"@type", "@language"})
        thing = name if definition.get("@type") == "@id" else ""
        several = "@container" in definition
        full = "" if name else compress(jsonld.absolute(iri))
        text = "" if coerced else name
        return Predicate(predicate, turtle.written(iri), text, thing, several, full)

    def _value(self, known: Predicate, value: str) -> Value:
        token, _, text, thing, several, full = known
        if thing and value[0] == "<":
            return *self._thing(thing, value), several
        if text and value[0] == '"':
            if value[-1] == '"':
                if "\\u" not in value and "\\U" not in value:
                    return value, text, value, several
            elif number := _whole_number(value):
                return number, text, number, several
        if full and value[0] == value[-1] == '"' and "\\u" not in value and "\\U" not in value:
            return value, full, f'{{"@value": {value}}}', True
        return self._remembered(token, value)

    def _thing(self, key: str, value: str) -> tuple[str, str, str]:
        name, identifier = self._names[value]
        return name, key, identifier

    def _looked_into(self, predicate: str, value: str) -> Value:
        term = NamedNode(_iri(value)) if value[0] == "<" else _literal(value)
        if predicate == TYPE and isinstance(term, NamedNode):
            return turtle.term(term), "type", self._compactor.type(term.value), False
        return turtle.term(term), *self._compactor.value(_iri(predicate), term)


class _Names(dict[str, tuple[str, str]]):
    """IRIs, as N-Quads write them, in Turtle and in JSON."""

    def __missing__(self, term: str) -> tuple[str, str]:
        iri = _iri(term)
        short = turtle.relative(iri)  # has no characters that JSON escapes
        if short and short not in jsonld.KEYWORDS:
            names = f"<{short}>", f'"{short}"'
        else:
            names = turtle.written(iri), jsonld.identifier(iri)
        self[term] = names
        return names

    def forget(self) -> None:
        """Begins anew where there are many, so that memory does not grow."""
        if len(self) > turtle.REMEMBERED:
            self.clear()


def _whole_number(value: str) -> str:
    """The digits of a whole number as JSON writes it; empty for all else."""
    digits = value[1 : -len(INTEGER)]
    plain = value.endswith(INTEGER) and digits.isdecimal() and digits.isascii()
    return digits if plain and len(digits) <= DIGITS and (digits[0] != "0" or digits == "0") else ""


def _type_first(pair: tuple[str, str]) -> tuple[bool, str]:
    return pair[0] != "type", pair[0]


def _pairs(values: list[Value]) -> list[tuple[str, str]]:
    """The values of a predicate in JSON by key: what its context does not say is written under
    another."""
    by_key: dict[str, list[str]] = {}
    for _, key, node, _ in values:
        by_key.setdefault(key, []).append(node)
    lists = {key for _, key, _, several in values if several}
    return [
        (key, f"[\n  {_joined(nodes)}\n ]" if key in lists or len(nodes) > 1 else nodes[0])
        for key, nodes in by_key.items()
    ]


def _joined(nodes: list[str]) -> str:
    return ",\n  ".join(sorted(nodes))


def _merged(graphs: Iterable[dict[str, Said]], subject: str) -> Said:
    """What several graphs say of a subject."""
    both: dict[str, dict[str, None]] = {}
    for graph in graphs:
        for predicate, values in graph.get(subject, {}).items():
            both.setdefault(predicate, {}).update(dict.fromkeys(values))
    return {predicate: [*values] for predicate, values in both.items()}


def in_graph(name: bytes, blocks: bytes) -> bytes:
    """Turtle as a graph in TriG, of a name or none."""
    indented = blocks[:-1].replace(b"\n", b"\n  ")
    return b"%s{\n  %s\n}\n\n" % (name + b" " if name else b"", indented)


def _iri(term: str) -> str:
    if term[0] != "<" or NO_IRI.search(term, 1, len(term) - 1):
        raise TypeError(f"published graphs hold IRIs and literals only, not {term}")
    return term[1:-1]


def _literal(value: str) -> object:
    """A literal, given as N-Quads write it."""
    line = f"<x:x> <x:x> {value} .\n".encode()
    (quad,) = parse(line, format=RdfFormat.N_QUADS, lenient=True)
    return quad.object
