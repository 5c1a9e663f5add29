"""Writes N-Quads as Turtle, TriG and nodes of JSON-LD at once: each line is taken apart once.

What is written is what ``rdf.turtle`` and ``rdf.jsonld`` write of the same quads; a literal that
needs no escapes is the same characters in all of them, and is not looked into.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from pyoxigraph import NamedNode, RdfFormat, parse

from gcm_kg.rdf import jsonld, turtle
from gcm_kg.rdf.namespaces import compress

INTEGER = re.compile(r'"(0|[1-9][0-9]{0,14})"\^\^<http://www\.w3\.org/2001/XMLSchema#integer>')
TYPE = f"<{turtle.TYPE}>"
Said = dict[str, list[str]]
"""The values of a subject by predicate, as N-Quads write them."""


Value = tuple[str, str, str, bool]
"""A value of a predicate: in Turtle; in JSON under a key; whether that key holds lists always."""


class Predicate(NamedTuple):
    """A predicate in Turtle, and its keys in JSON for texts and for things that are written as they
    stand, if it has any; whether those hold lists always; and its key for texts in full, where the
    context does not know it."""

    verb: str
    text: str
    thing: str
    several: bool
    full: str = ""


class LineWriter:
    """Writes N-Quads as other formats; holds what is prepared once for a JSON-LD context."""

    def __init__(self, context: dict[str, Any]) -> None:
        self._compactor = jsonld.Compactor(context)
        self._orders: dict[tuple[str, ...], list[tuple[str, Predicate]]] = {}
        self._remembered = lru_cache(turtle.REMEMBERED)(self._looked_into)

    def written(self, lines: str) -> tuple[str, str, str]:
        """TriG, Turtle, and nodes of JSON-LD parted by commas, of distinct N-Quads.

        Raises TypeError for what is not published: blank nodes and whatever RDF 1.1 has not.
        """
        graphs = _by_graph(lines)
        whole: dict[str, tuple[str, str]] = {}
        trig = ""
        for graph, subjects in graphs.items():
            blocks = [self._block(subject, said) for subject, said in subjects.items()]
            trig += _graph(graph, "".join([text for text, _ in blocks]))
            for subject, block in zip(subjects, blocks, strict=True):
                if subject in whole:
                    block = self._block(subject, _merged(graphs.values(), subject))
                whole[subject] = block
        texts, nodes = zip(*whole.values(), strict=True) if whole else ((), ())
        return trig, "".join(texts), ",\n".join(nodes)

    def _block(self, subject: str, said: Said) -> tuple[str, str]:
        """What is said of a subject, in Turtle and in JSON."""
        lines, pairs = [], []
        for predicate, known in self._orders.get(tuple(said)) or self._order(tuple(said)):
            values = [self._value(predicate, known, value) for value in said[predicate]]
            if len(values) == 1:
                (text, key, node, several) = values[0]
                lines.append(f"    {known.verb} {text} ;\n")
                pairs.append((key, f"[\n  {node}\n ]" if several else node))
                continue
            lines += sorted([f"    {known.verb} {value[0]} ;\n" for value in values])
            pairs += _pairs(values)
        pairs.sort(key=_type_first)
        iri = _iri(subject)
        name, identifier = turtle.written(iri), jsonld.identifier(iri)
        members = "".join([f',\n "{key}": {text}' for key, text in pairs])
        return f"{name}\n{''.join(lines)}.\n", f'{{\n "id": {identifier}{members}\n}}'

    def _order(self, predicates: tuple[str, ...]) -> list[tuple[str, Predicate]]:
        """Some predicates in the order in which Turtle has them."""
        known = [(predicate, self._predicate(predicate)) for predicate in predicates]
        known.sort(key=lambda each: (each[1].verb != "a", each[1].verb))
        self._orders[predicates] = known
        return known

    def _predicate(self, predicate: str) -> Predicate:
        iri = _iri(predicate)
        if predicate == TYPE:
            return Predicate("a", "", "", several=False)
        name, definition = self._compactor.properties.get(iri, ("", {}))
        coerced = bool(definition.keys() & {"@type", "@language"})
        thing = name if definition.get("@type") == "@id" else ""
        several = "@container" in definition
        full = "" if name else compress(jsonld.absolute(iri))
        return Predicate(turtle.written(iri), "" if coerced else name, thing, several, full)

    def _value(self, predicate: str, known: Predicate, value: str) -> Value:
        _, text, thing, several, full = known
        if thing and value[0] == "<":
            iri = _iri(value)
            return turtle.written(iri), thing, jsonld.identifier(iri), several
        if text and value[0] == '"':
            if value[-1] == '"':
                if "\\u" not in value and "\\U" not in value:
                    return value, text, value, several
            elif number := INTEGER.fullmatch(value):
                return number[1], text, number[1], several
        if full and value[0] == value[-1] == '"' and "\\u" not in value and "\\U" not in value:
            return value, full, f'{{"@value": {value}}}', True
        return self._remembered(predicate, value)

    def _looked_into(self, predicate: str, value: str) -> Value:
        term = NamedNode(_iri(value)) if value[0] == "<" else _literal(value)
        if predicate == TYPE and isinstance(term, NamedNode):
            return turtle.term(term), "type", self._compactor.type(term.value), False
        return turtle.term(term), *self._compactor.value(_iri(predicate), term)


def _by_graph(lines: str) -> dict[str, dict[str, Said]]:
    graphs: dict[str, dict[str, Said]] = {}
    graph, ending, before = "", " .", ""
    said: Said = {}
    for line in lines.split("\n"):
        if not line:
            continue
        subject, predicate, rest = line.split(" ", 2)
        if graph and rest.endswith(ending):
            value = rest[: -len(ending)]
        else:
            value, graph = _parted(rest)
            ending, before = f" {graph} .", ""
        if subject != before:
            before = subject
            said = graphs.setdefault(graph, {}).setdefault(subject, {})
        if predicate in said:
            said[predicate].append(value)
        else:
            said[predicate] = [value]
    return graphs


def _parted(rest: str) -> tuple[str, str]:
    """Object and graph of what follows a predicate; the graph is empty for a triple."""
    value, _, graph = rest[:-2].rpartition(" ")
    if value and '"' not in graph and graph[:1] == "<":
        return value, graph
    return rest[:-2], ""  # a literal can hold blanks, too; no IRI holds quotation marks


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


def _graph(graph: str, blocks: str) -> str:
    name = turtle.written(_iri(graph)) + " " if graph else ""
    indented = blocks[:-1].replace("\n", "\n  ")
    return f"{name}{{\n  {indented}\n}}\n\n"


def _iri(term: str) -> str:
    if term[0] != "<" or term[1] == "<":
        raise TypeError(f"published graphs hold IRIs and literals only, not {term}")
    return term[1:-1]


def _literal(value: str) -> object:
    """A literal, given as N-Quads write it."""
    line = f"<x:x> <x:x> {value} .\n".encode()
    (quad,) = parse(line, format=RdfFormat.N_QUADS, lenient=True)
    return quad.object
