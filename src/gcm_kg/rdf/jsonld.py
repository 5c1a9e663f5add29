"""Writes JSON-LD that does not change from run to run: a node for each subject, a value a line.

What a compaction (JSON-LD 1.1 Processing Algorithms, section 6) would do with our context, and our
graphs have no blank nodes, lists or graphs in graphs: a value takes the short term where the term
says all of it, and is written in full under the prefixed name where it does not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Triple

from gcm_kg.errors import InputError
from gcm_kg.rdf.namespaces import PREFIXES, RDF, XSD, compress, expand
from gcm_kg.rdf.turtle import REMEMBERED, published, relative

quoted = json.encoder.encode_basestring
STRING, TYPE = XSD + "string", RDF + "type"
NATIVE = {
    XSD + "integer": re.compile(r"0|-?[1-9][0-9]{0,14}"),
    XSD + "boolean": re.compile(r"true|false"),
}
"""Datatypes that JSON has, and the values whose writing survives (Algorithms, section 8.6)."""


class Compactor:
    """Compacts terms by a context of ours."""

    def __init__(self, context: dict[str, Any]) -> None:
        self.types: dict[str, str] = {}
        self.properties: dict[str, tuple[str, dict[str, Any]]] = {}
        for name, definition in context.items():
            if name in PREFIXES or name in KEYWORDS or name.startswith("@"):
                continue
            whole = {"@id": definition} if isinstance(definition, str) else definition
            if "@reverse" not in whole:
                iri = expand(whole["@id"])
                self.types.setdefault(iri, name)
                self.properties.setdefault(iri, (name, whole))

    def type(self, iri: str) -> str:
        """The name of a class, in JSON."""
        return quoted(self.types.get(iri) or compress(absolute(iri)))

    def value(self, predicate: str, term: object) -> tuple[str, str, bool]:
        """The key of a property for a value, the value in JSON, and whether the key holds lists.

        Raises TypeError for what is not published: blank nodes and whatever RDF 1.1 has not.
        """
        name, definition = self.properties.get(predicate, ("", {}))
        if isinstance(term, NamedNode):
            if definition.get("@type") == "@id":
                return name, identifier(term.value), "@container" in definition
            return compress(absolute(predicate)), f'{{"id": {identifier(term.value)}}}', True
        literal = published(term)
        short = _short(definition, literal)
        if name and short is not None:
            return name, short, "@container" in definition
        coerced = bool(definition.keys() & {"@type", "@language"})
        key = compress(absolute(predicate)) if coerced or not name else name
        return key, _in_full(literal), key != name or "@container" in definition


@lru_cache(REMEMBERED)
def identifier(iri: str) -> str:
    """An IRI as the value of "id", in JSON: relative to the base where that is unambiguous."""
    short = relative(iri)
    return quoted(short if short and short not in KEYWORDS else absolute(iri))


def absolute(iri: str) -> str:
    """The IRI. Raises TypeError if JSON-LD would take its scheme for one of our prefixes."""
    scheme, _, rest = iri.partition(":")
    if scheme in PREFIXES and not rest.startswith("//"):
        raise TypeError(f"published graphs hold no IRI with a prefix for scheme, such as <{iri}>")
    return iri


def _short(definition: dict[str, Any], term: Literal) -> str | None:
    """A literal without its type and language, if the definition of its term implies them."""
    datatype = term.datatype.value
    if "@language" in definition:
        return quoted(term.value) if term.language == definition["@language"] else None
    if "@type" in definition:
        same = expand(definition["@type"]) == datatype
        return quoted(term.value) if same else None
    return native(term.value, datatype)


def native(value: str, datatype: str) -> str | None:
    """A value of a datatype that JSON has, if its writing survives."""
    if datatype == STRING:
        return quoted(value)
    return value if datatype in NATIVE and NATIVE[datatype].fullmatch(value) else None


def _in_full(term: Literal) -> str:
    if term.language:
        return f'{{"@value": {quoted(term.value)}, "@language": {quoted(term.language)}}}'
    datatype = term.datatype.value
    short = native(term.value, datatype)
    if short is None:
        kind = quoted(absolute(datatype))
        return f'{{"@value": {quoted(term.value)}, "@type": {kind}}}'
    return f'{{"@value": {short}}}' if datatype == STRING else short


def nodes(quads: Iterable[Quad | Triple], compactor: Compactor) -> Iterator[str]:
    """A node object for each subject, whatever graph it is in, in the order in which they come."""
    gathered: dict[str, dict[str, dict[str, None]]] = {}
    listed: set[str] = set()
    for quad in quads:
        if not isinstance(quad.subject, NamedNode):
            raise TypeError(f"published graphs hold IRIs and literals only, not {quad.subject}")
        node = gathered.setdefault(quad.subject.value, {})
        if quad.predicate.value == TYPE and isinstance(quad.object, NamedNode):
            node.setdefault("type", {})[compactor.type(quad.object.value)] = None
            continue
        key, value, several = compactor.value(quad.predicate.value, quad.object)
        node.setdefault(key, {})[value] = None
        if several:
            listed.add(key)
    for subject, properties in gathered.items():
        lines = [f' "id": {identifier(subject)}']
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


KEYWORDS = {"id": "@id", "type": "@type"}
"""Names for keywords of JSON-LD."""


def load_context(path: Path) -> dict[str, Any]:
    """The context in a file. Raises InputError where there is none."""
    advice = "run gcm-kg build"
    try:
        loaded = json.loads(path.read_text("utf-8-sig"))["@context"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        found = type(error).__name__
        raise InputError(path, "a JSON-LD context", found, advice) from None
    if not isinstance(loaded, dict):
        raise InputError(path, "a JSON-LD context", type(loaded).__name__, advice)
    return loaded
