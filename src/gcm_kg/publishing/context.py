"""Makes the JSON-LD context from the ontology: one term for each class and property.

A property that can have several values gives a list always, one that is functional never, so that
programs need not look which it is (JSON-LD 1.1, section 4.3, "@container": "@set").
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Quad

from gcm_kg.rdf.jsonld import KEYWORDS
from gcm_kg.rdf.namespaces import (
    BASE,
    DCTERMS,
    GCM,
    OWL,
    PREFIXES,
    RDF,
    RDFS,
    XSD,
    compress,
    expand,
)

_TABLES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
IN_ENGLISH, DATES, ONE_VALUE = (
    frozenset(map(expand, _TABLES[key])) for key in ("in_english", "dates", "one_value")
)
"""Properties whose values are texts in English, dates, and one (in a language)."""
REVERSED = {name: expand(curie) for name, curie in _TABLES["reversed"].items()}
"""Names for properties seen from their objects; frames use them."""
NATIVE = (XSD + "integer", XSD + "boolean", XSD + "string")
"""Datatypes that JSON has of its own."""
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
"""What a term looks like; others could be taken for keywords or compact IRIs."""
DECLARED = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
"""What the ontology declares that has a term, by local name in OWL."""


def context(ontology: Iterable[Quad]) -> dict[str, Any]:
    """The content of "@context". Raises nothing; terms that would clash keep their prefix."""
    types: defaultdict[str, set[str]] = defaultdict(set, {RDFS + "label": set()})
    ranges: dict[str, str] = {}
    for quad in ontology:
        if not (isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)):
            continue
        if quad.predicate.value == RDF + "type" and quad.object.value.startswith(OWL):
            types[quad.subject.value].add(quad.object.value[len(OWL) :])
        elif quad.predicate.value == RDFS + "range":
            ranges[quad.subject.value] = quad.object.value
    terms: dict[str, Any] = {}
    for iri in sorted(types, key=lambda iri: (not iri.startswith(GCM), iri)):
        name = _local(iri)
        declared = types[iri].intersection(DECLARED) or iri == RDFS + "label"
        if name and name not in terms and declared:
            terms[name] = _term(iri, types[iri], ranges.get(iri, ""))
    for name, iri in REVERSED.items():
        terms[name] = {"@reverse": compress(iri), "@type": "@id", "@container": "@set"}
    head = {"@version": 1.1, "@base": BASE, **KEYWORDS}
    return {**head, **PREFIXES, **dict(sorted(terms.items()))}


def context_file(ontology: Iterable[Quad]) -> str:
    """The text of the published context, a line for each term."""
    lines = (
        f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in context(ontology).items()
    )
    return '{"@context": {\n' + ",\n".join(lines) + "\n}}\n"


def _term(iri: str, types: set[str], range_: str) -> Any:
    definition: dict[str, Any] = {"@id": compress(iri)}
    if "Class" in types:
        return definition["@id"]
    if "ObjectProperty" in types or iri in (DCTERMS + "license", RDFS + "seeAlso"):
        definition["@type"] = "@id"
    elif iri in IN_ENGLISH:
        definition["@language"] = "en"
    elif iri in DATES:
        definition["@type"] = "xsd:date"
    elif range_.startswith(XSD) and range_ not in NATIVE:
        definition["@type"] = compress(range_)
    if "FunctionalProperty" not in types and iri not in ONE_VALUE:
        definition["@container"] = "@set"
    return definition if len(definition) > 1 else definition["@id"]


def _local(iri: str) -> str:
    """The name of a term, if it can have one."""
    name = iri.rpartition("#")[2] if "#" in iri else iri.rpartition("/")[2]
    taken = name in PREFIXES or name in REVERSED or name in KEYWORDS
    return "" if taken or not NAME.fullmatch(name) else name
