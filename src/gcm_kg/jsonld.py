"""Writes JSON-LD that does not change from run to run: a node for each subject, a value a line.

What a compaction (JSON-LD 1.1 Processing Algorithms, section 6) would do with our context, and our
graphs have no blank nodes, lists or graphs in graphs: a value takes the short term where the term
says all of it, and is written in full under the prefixed name where it does not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Triple

from gcm_kg.iris import BASE, PREFIXES, RDF, XSD

quoted = json.encoder.encode_basestring
INTEGER, BOOLEAN, STRING = XSD + "integer", XSD + "boolean", XSD + "string"


class Compactor:
    """Compacts terms by a context of ours; what it has compacted it remembers."""

    def __init__(self, context: dict[str, Any]) -> None:
        self.types: dict[str, str] = {}
        self.properties: dict[str, tuple[str, dict[str, Any]]] = {}
        for name, definition in context.items():
            if name in PREFIXES or name.startswith("@") or name in ("id", "type"):
                continue
            whole = {"@id": definition} if isinstance(definition, str) else definition
            if "@reverse" not in whole:
                iri = _expanded(whole["@id"])
                self.types.setdefault(iri, name)
                self.properties.setdefault(iri, (name, whole))
        self._ids: dict[str, str] = {}

    def identifier(self, iri: str) -> str:
        """An IRI as the value of "id", in JSON: relative to the base where that is unambiguous."""
        if iri not in self._ids:
            short = iri.removeprefix(BASE)
            self._ids[iri] = quoted(short if short and ":" not in short else iri)
        return self._ids[iri]

    def type(self, iri: str) -> str:
        """The name of a class, in JSON."""
        return quoted(self.types.get(iri) or _prefixed(iri))

    def value(self, predicate: str, term: object) -> tuple[str, str, bool]:
        """The key of a property for a value, the value in JSON, and whether the key holds lists.

        Raises TypeError for a blank node: a published graph has none.
        """
        name, definition = self.properties.get(predicate, ("", {}))
        if isinstance(term, NamedNode):
            if definition.get("@type") == "@id":
                return name, self.identifier(term.value), "@container" in definition
            return _prefixed(predicate), f'{{"id": {self.identifier(term.value)}}}', True
        if not isinstance(term, Literal):
            raise TypeError(f"published graphs hold IRIs and literals only, not {term}")
        short = _short(definition, term)
        if name and short is not None:
            return name, short, "@container" in definition
        coerced = bool(definition.keys() & {"@type", "@language"})
        key = _prefixed(predicate) if coerced or not name else name
        return key, _in_full(term), key != name or "@container" in definition


def _short(definition: dict[str, Any], term: Literal) -> str | None:
    """A literal without its type and language, if the definition of its term implies them."""
    datatype = term.datatype.value
    if "@language" in definition:
        return quoted(term.value) if term.language == definition["@language"] else None
    if "@type" in definition:
        same = _expanded(definition["@type"]) == datatype
        return quoted(term.value) if same else None
    return None if term.language else _native(term.value, datatype)


def _native(value: str, datatype: str) -> str | None:
    """A value of a datatype that JSON has, if its writing survives (section 8.2 of the Algorithms)."""
    if datatype == STRING:
        return quoted(value)
    if datatype == BOOLEAN and value in ("true", "false"):
        return value
    if datatype == INTEGER and len(value) < 16 and value.lstrip("-").isdigit():
        return value if str(int(value)) == value else None
    return None


def _in_full(term: Literal) -> str:
    if term.language:
        return f'{{"@value": {quoted(term.value)}, "@language": {quoted(term.language)}}}'
    if (native := _native(term.value, term.datatype.value)) is not None:
        return native if term.datatype.value != STRING else f'{{"@value": {native}}}'
    return f'{{"@value": {quoted(term.value)}, "@type": {quoted(term.datatype.value)}}}'


def _expanded(curie: str) -> str:
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else curie


def _prefixed(iri: str) -> str:
    for name, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{name}:{iri[len(namespace) :]}"
    return iri


def nodes(quads: Iterable[Quad | Triple], compactor: Compactor) -> Iterator[str]:
    """A node object for each subject, whatever graph it is in, in the order in which they come."""
    gathered: dict[str, dict[str, dict[str, None]]] = {}
    listed: set[str] = set()
    for quad in quads:
        if not isinstance(quad.subject, NamedNode):
            raise TypeError(f"published graphs hold IRIs and literals only, not {quad.subject}")
        node = gathered.setdefault(quad.subject.value, {})
        if quad.predicate.value == RDF + "type" and isinstance(quad.object, NamedNode):
            node.setdefault("type", {})[compactor.type(quad.object.value)] = None
            continue
        key, value, several = compactor.value(quad.predicate.value, quad.object)
        node.setdefault(key, {})[value] = None
        if several:
            listed.add(key)
    for subject, properties in gathered.items():
        lines = [f' "id": {compactor.identifier(subject)}']
        for key in sorted(properties, key=lambda key: (key != "type", key)):
            values = sorted(properties[key])
            several = key in listed or len(values) > 1
            whole = "[\n  " + ",\n  ".join(values) + "\n ]" if several else values[0]
            lines.append(f" {quoted(key)}: {whole}")
        yield "{\n" + ",\n".join(lines) + "\n}"


def document_head(context: dict[str, Any]) -> str:
    """What stands before the nodes of a file; they are joined by a comma and a line end."""
    lines = (f"  {quoted(name)}: {json.dumps(value)}" for name, value in context.items())
    return '{"@context": {\n' + ",\n".join(lines) + '\n},\n"@graph": [\n'


DOCUMENT_TAIL = "\n]}\n"


def document(quads: Iterable[Quad | Triple], context: dict[str, Any]) -> str:
    """A JSON-LD file with all triples, whatever graph they are in."""
    return "".join(
        (document_head(context), ",\n".join(nodes(quads, Compactor(context))), DOCUMENT_TAIL)
    )
