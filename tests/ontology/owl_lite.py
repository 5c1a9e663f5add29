"""Tell where an RDF graph leaves OWL Lite, the smallest species of the 2004 Web Ontology Language.

The rules come from two W3C recommendations of 10 February 2004, cited below as REF (OWL Language
Reference) and SAS (OWL Semantics and Abstract Syntax). Each node gets its kinds from its types
(class, object property, individual ...); each triple must then fit the kinds its predicate asks
for. Some rules are stricter than the recommendations: there is an ontology header; a property says
that it is an object property even if it is also said to be transitive, symmetric or inverse
functional; and owl:imports is refused, because an imported document is out of sight of this check.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, XSD
from rdflib.paths import AlternativePath, InvPath, MulPath
from rdflib.term import Node

Kinds = dict[Node, set[str]]
Allowed = frozenset[str] | None  # None: this place is not looked at
Triple = tuple[Node, Node, Node]

CLASS, DATATYPE, RESTRICTION, LIST = "class", "datatype", "restriction", "list"
OBJECT, DATA = "object property", "datatype property"
ANNOTATION, HEADER = "annotation property", "ontology property"
INDIVIDUAL, ANONYMOUS, LITERAL = "named individual", "anonymous individual", "literal"
ONTOLOGY, ALL_DIFFERENT, ANY_IRI = "ontology", "owl:AllDifferent node", "IRI"

# SAS 4.1, the table of the mapping: the type that makes a node what it is.
NAMING_TYPES: dict[Node, str] = {
    OWL.Class: CLASS, RDFS.Datatype: DATATYPE, OWL.Restriction: RESTRICTION, RDF.List: LIST,
    OWL.ObjectProperty: OBJECT, OWL.DatatypeProperty: DATA, OWL.AnnotationProperty: ANNOTATION,
    OWL.OntologyProperty: HEADER, OWL.Ontology: ONTOLOGY, OWL.AllDifferent: ALL_DIFFERENT,
}  # fmt: skip

# SAS 2 and 2.1: names that need no declaration; REF 6 lists the XML Schema datatypes as well.
XSD_NAMES = """string normalizedString token language NMTOKEN Name NCName boolean decimal float
    double integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger
    unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger hexBinary base64Binary
    anyURI dateTime time date gYearMonth gYear gMonthDay gDay gMonth"""
_OF_ONTOLOGIES = [OWL.imports, OWL.priorVersion, OWL.backwardCompatibleWith, OWL.incompatibleWith]
BUILT_IN: dict[Node, str] = {
    **dict.fromkeys([XSD[name] for name in XSD_NAMES.split()], DATATYPE),
    **dict.fromkeys([RDFS.Literal, RDF.XMLLiteral], DATATYPE),
    **dict.fromkeys([OWL.Thing, OWL.Nothing], CLASS),
    **dict.fromkeys([RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy], ANNOTATION),
    **dict.fromkeys(_OF_ONTOLOGIES, HEADER),
    # OWL 2 (Structural Specification, 3.1) adds owl:versionIRI; to OWL 1 it says nothing.
    **{OWL.versionInfo: ANNOTATION, OWL.versionIRI: ANNOTATION, RDF.nil: LIST},
}

# SAS 4.2: names that an ontology may not describe, besides those of the tables below.
_CONTAINERS = {RDFS.member, RDFS.Container, RDFS.ContainerMembershipProperty}
DISALLOWED = {RDF.type, RDF.nil, RDFS.Resource, *_CONTAINERS}

_CLASS, _OBJECT, _NAMED = frozenset({CLASS}), frozenset({OBJECT}), frozenset({INDIVIDUAL})
_LIST, _RESTRICTION, _LITERAL = frozenset({LIST}), frozenset({RESTRICTION}), frozenset({LITERAL})
_DESCRIBED, _PROPERTY, _FILLER = _CLASS | {RESTRICTION}, _OBJECT | {DATA}, _CLASS | {DATATYPE}
_THING = _NAMED | {ANONYMOUS}
_ANNOTATED = _THING | _PROPERTY | _FILLER | {ANNOTATION, HEADER, ONTOLOGY}

# SAS 2.3.1 and 4.1: types that come on top of a naming type. REF 4.3 and 4.4 keep inverse
# functional, transitive and symmetric for object properties.
EXTRA_TYPES: dict[Node, frozenset[str]] = {
    OWL.FunctionalProperty: _PROPERTY, OWL.InverseFunctionalProperty: _OBJECT,
    OWL.TransitiveProperty: _OBJECT, OWL.SymmetricProperty: _OBJECT,
    OWL.DeprecatedClass: _CLASS, OWL.DeprecatedProperty: _PROPERTY,
    RDFS.Class: _DESCRIBED | _FILLER, RDF.Property: _PROPERTY | {ANNOTATION, HEADER},
}  # fmt: skip

# SAS 2.3.1.2 (Lite): a restriction has one component; REF 8.3: a number in it is 0 or 1.
CARDINALITIES = [OWL.cardinality, OWL.minCardinality, OWL.maxCardinality]
COMPONENTS = [OWL.someValuesFrom, OWL.allValuesFrom, *CARDINALITIES]

# REF 8.3 with SAS 2.3.1: what may stand before and after each predicate of the language.
AXIOMS: dict[Node, tuple[Allowed, Allowed]] = {
    **dict.fromkeys([RDFS.subClassOf, OWL.equivalentClass], (_CLASS, _DESCRIBED)),
    **dict.fromkeys([RDFS.subPropertyOf, OWL.equivalentProperty], (_PROPERTY, _PROPERTY)),
    **dict.fromkeys([OWL.someValuesFrom, OWL.allValuesFrom], (_RESTRICTION, _FILLER)),
    **dict.fromkeys(CARDINALITIES, (_RESTRICTION, _LITERAL)),
    **dict.fromkeys([OWL.sameAs, OWL.differentFrom], (_NAMED, _NAMED)),
    OWL.intersectionOf: (_CLASS, _LIST),
    OWL.inverseOf: (_OBJECT, _OBJECT),
    RDFS.domain: (_PROPERTY, _CLASS),
    RDFS.range: (_PROPERTY, _FILLER),
    OWL.distinctMembers: (frozenset({ALL_DIFFERENT}), _LIST),
    OWL.onProperty: (None, _PROPERTY),  # what has one counts as a restriction
    **dict.fromkeys([RDF.first, RDF.rest], (None, None)),  # judged where a list is used
}

# SAS 2.1 and 2.2: what may stand before and after a declared property.
USES: dict[str, tuple[Allowed, Allowed]] = {
    OBJECT: (_THING, _THING),
    DATA: (_THING, _LITERAL),
    HEADER: (frozenset({ONTOLOGY}), frozenset({ONTOLOGY})),
    ANNOTATION: (_ANNOTATED, _THING | {LITERAL, ANY_IRI}),
}

# REF 8.3: an intersection is of class names and restrictions; SAS 2.2: only individuals with a
# name are told apart. Both lists have at least two members.
LIST_OWNERS: dict[Node, Allowed] = {OWL.intersectionOf: _DESCRIBED, OWL.distinctMembers: _NAMED}

# SAS 2.3.1.2 and 2.3.1.3: object properties go with classes, datatype properties with datatypes.
SIDES = {OBJECT: "individuals", CLASS: "individuals", DATA: "data", DATATYPE: "data"}
RELATED = {RDFS.range, RDFS.subPropertyOf, OWL.equivalentProperty}

# REF 8.2 and SAS 2.3.1.3: the paths along which a property must stay simple to be transitive.
_SAME = [OWL.inverseOf, OWL.equivalentProperty]
SUPERIORS = MulPath(AlternativePath(RDFS.subPropertyOf, *_SAME, *map(InvPath, _SAME)), "*")

# REF 8.3, by what it leaves: every other owl: name belongs to OWL DL, OWL Full or OWL 2.
LITE_NAMES = {*NAMING_TYPES, *EXTRA_TYPES, *BUILT_IN, *AXIOMS}


def owl_lite_findings(graph: Graph) -> list[str]:
    """Return one sentence for each place where the graph is not OWL Lite."""
    kinds = _kinds(graph)
    findings = {*_transitive_findings(graph)}
    for node in set(graph.subjects()):
        findings.update(_node_findings(graph, kinds, node))
    for triple in graph:
        findings.update(_triple_findings(graph, kinds, triple))
    if (None, RDF.type, OWL.Ontology) not in graph:
        findings.add("the graph has no owl:Ontology header")
    return sorted(findings)


def _kinds(graph: Graph) -> Kinds:
    kinds: Kinds = defaultdict(set, {name: {kind} for name, kind in BUILT_IN.items()})
    for subject, predicate, value in graph:
        if predicate == RDF.type:
            kinds[subject].update(_kinds_by_type(subject, value))
        elif predicate in (OWL.onProperty, RDF.first, RDF.rest):
            kinds[subject].add(RESTRICTION if predicate == OWL.onProperty else LIST)
        if isinstance(value, Literal):
            kinds[value].add(LITERAL)
    for found in kinds.values():  # SAS 4.1: a restriction may be typed as a class as well
        found.difference_update({CLASS} if RESTRICTION in found else ())
    return dict(kinds)


def _kinds_by_type(subject: Node, value: Node) -> Iterator[str]:
    if value in NAMING_TYPES:
        yield NAMING_TYPES[value]
    elif value not in EXTRA_TYPES and value not in DISALLOWED and not _foreign(value):
        yield ANONYMOUS if isinstance(subject, BNode) else INDIVIDUAL


def _foreign(node: Node) -> bool:
    """Tell whether a node is an owl: name that OWL Lite does not have."""
    return isinstance(node, URIRef) and node.startswith(str(OWL)) and node not in LITE_NAMES


def _reserved(node: Node) -> bool:
    """Tell whether a name has a fixed meaning (SAS 4.2) or is a datatype unfit for OWL."""
    of_xsd = isinstance(node, URIRef) and node.startswith(str(XSD))
    return node in DISALLOWED or (node not in BUILT_IN and (of_xsd or node in LITE_NAMES))


def _show(graph: Graph, *nodes: Node) -> str:
    """Write nodes as in Turtle, a blank node by the named one it hangs from: its id is random."""
    texts = []
    for line in (_ancestors(graph, node) for node in nodes):
        end = "" if isinstance(line[-1], BNode) else line[-1].n3(graph.namespace_manager)
        below = f" below {end}" if end else ""
        texts.append(f"[blank node{below}]" if isinstance(line[0], BNode) else end)
    return " ".join(texts)


def _ancestors(graph: Graph, node: Node) -> list[Node]:
    """Return the nodes from a blank node up to a named one, an orphan, or one met before."""
    line = [node]
    while isinstance(line[-1], BNode) and line[-1] not in line[:-1]:
        above = sorted(graph.subjects(object=line[-1]), key=lambda n: (isinstance(n, BNode), n))
        if not above:
            break
        line.append(above[0])
    return line


def _faults(where: Callable[[], str], checks: dict[str, bool]) -> Iterator[str]:
    """The faults that were found, behind the words for where, which take most of the time."""
    return (f"{where()} {fault}" for fault, found in checks.items() if found)


def _node_findings(graph: Graph, kinds: Kinds, node: Node) -> Iterator[str]:
    found, blank = kinds.get(node, set()), isinstance(node, BNode)
    nameless = "/".join(sorted(found & {RESTRICTION, LIST, ALL_DIFFERENT}))
    named = "/".join(sorted(found & (_ANNOTATED - _THING - {ONTOLOGY})))
    checks = {
        f"is at once {' and '.join(sorted(found))}": len(found) > 1,
        "is a reserved name, which an ontology may not describe": _reserved(node),
        f"needs a name, as every {named} does": blank and named != "",
        f"may have no name, as every {nameless}": not blank and node != RDF.nil and nameless != "",
    }
    yield from _faults(lambda: _show(graph, node), checks)
    if blank:
        yield from _blank_node_findings(graph, node, found)
    if RESTRICTION in found:
        yield from _restriction_findings(graph, kinds, node)


def _blank_node_findings(graph: Graph, node: Node, found: set[str]) -> Iterator[str]:
    """Hold blank nodes to SAS 4.1, where they form trees."""
    line, uses = _ancestors(graph, node), len(list(graph.subject_predicates(node)))
    idle = not uses and not found.isdisjoint({RESTRICTION, LIST})
    members = len(list(graph.objects(node, OWL.distinctMembers)))
    checks = {
        "is shared between triples": uses > 1,
        "is part of a circle": uses == 1 and line[-1] in line[:-1],
        "is a restriction or list that nothing uses": idle,
        "needs exactly one owl:distinctMembers": ALL_DIFFERENT in found and members != 1,
    }
    yield from _faults(lambda: _show(graph, node), checks)


def _restriction_findings(graph: Graph, kinds: Kinds, node: Node) -> Iterator[str]:
    parts = list(graph.predicate_objects(node))
    properties = [value for predicate, value in parts if predicate == OWL.onProperty]
    # a foreign component, such as owl:hasValue, is reported with its triple
    components = [value for name, value in parts if name in COMPONENTS or _foreign(name)]
    clashes = [(p, c) for p in properties for c in components if _clash(kinds, p, c)]
    checks = {
        "lacks the type owl:Restriction": (RDF.type, OWL.Restriction) not in parts,
        "needs exactly one owl:onProperty": len(properties) != 1,
        "needs exactly one value or number constraint": len(components) != 1,
        **{f"mixes individuals and data: {_show(graph, *pair)}": True for pair in clashes},
    }
    yield from _faults(lambda: f"the restriction, {_show(graph, node)},", checks)


def _clash(kinds: Kinds, one: Node, other: Node) -> bool:
    """Tell whether one node belongs to the world of individuals and the other to that of data."""
    first, second = ({SIDES[k] for k in kinds.get(n, ()) if k in SIDES} for n in (one, other))
    return bool(first and second) and first.isdisjoint(second)


def _triple_findings(graph: Graph, kinds: Kinds, triple: Triple) -> Iterator[str]:
    subject, predicate, value = triple
    free = ANNOTATION in kinds.get(predicate, ())  # an annotation may point at any IRI
    foreign = [node for node in (triple[:2] if free else triple) if _foreign(node)]
    yield from (f"{_show(graph, n)} is not OWL Lite, at {_show(graph, subject)}" for n in foreign)
    if not foreign:
        yield from _place_findings(graph, kinds, triple)
        checks = {
            "uses owl:imports, which this project does without": predicate == OWL.imports,
            "mixes individuals and data": predicate in RELATED and _clash(kinds, subject, value),
        }
        yield from _faults(lambda: f"«{_show(graph, *triple)}»", checks)
    if isinstance(value, Literal):
        yield from _literal_findings(graph, kinds, triple, value)
    if predicate in LIST_OWNERS:
        yield from _list_findings(graph, kinds, triple)


def _place_findings(graph: Graph, kinds: Kinds, triple: Triple) -> Iterator[str]:
    """Check both ends of a triple against what its predicate asks for."""
    _, predicate, value = triple
    uses = [USES[kind] for kind in sorted(kinds.get(predicate, ())) if kind in USES]
    expected: tuple[Allowed, Allowed] | None = AXIOMS.get(predicate, uses[0] if uses else None)
    if predicate == RDF.type:
        naming = value in NAMING_TYPES or value in EXTRA_TYPES
        expected = EXTRA_TYPES.get(value), None if naming else _DESCRIBED
    if expected is None:
        yield f"{_show(graph, predicate)} is a predicate but not declared as a property"
    elif predicate != OWL.imports:
        for end, node, allowed in zip(
            ("subject", "object"), (triple[0], value), expected, strict=True
        ):
            place = partial(_place, graph, end, triple)
            yield from _misfits(kinds, place, node, allowed)


def _place(graph: Graph, end: str, triple: Triple) -> str:
    return f"the {end} of «{_show(graph, *triple)}»"


def _misfits(kinds: Kinds, place: Callable[[], str], node: Node, allowed: Allowed) -> Iterator[str]:
    found = kinds.get(node, set())
    free = allowed is None or (ANY_IRI in allowed and isinstance(node, URIRef))
    if allowed and not free and found.isdisjoint(allowed):
        actual = " and ".join(sorted(found)) or "undeclared"
        yield f"{place()} must be {' or '.join(sorted(allowed))}, but is {actual}"


def _literal_findings(graph: Graph, kinds: Kinds, triple: Triple, value: Literal) -> Iterator[str]:
    datatype = RDFS.Literal if value.datatype is None else value.datatype
    small = datatype == XSD.nonNegativeInteger and value.toPython() in (0, 1)
    checks = {
        "has a datatype that is not declared": DATATYPE not in kinds.get(datatype, ()),
        "needs 0 or 1 as xsd:nonNegativeInteger": triple[1] in CARDINALITIES and not small,
    }
    yield from _faults(lambda: f"«{_show(graph, *triple)}»", checks)


def _list_findings(graph: Graph, kinds: Kinds, triple: Triple) -> Iterator[str]:
    text, members = partial(_list, graph, triple), _members(graph, triple[2])
    broken = LIST in kinds.get(triple[2], ()) and members is None
    few = members is not None and len(members) < 2
    yield from _faults(text, {"is not well formed": broken, "needs two members or more": few})
    for member in members or ():
        place = partial(_member, graph, member, text)
        yield from _misfits(kinds, place, member, LIST_OWNERS[triple[1]])


def _list(graph: Graph, triple: Triple) -> str:
    return f"the list of «{_show(graph, *triple[:2])}»"


def _member(graph: Graph, member: Node, text: Callable[[], str]) -> str:
    return f"the member {_show(graph, member)} of {text()}"


def _members(graph: Graph, head: Node) -> list[Node] | None:
    members: dict[Node, Node] = {}
    while head != RDF.nil:
        first, rest = list(graph.objects(head, RDF.first)), list(graph.objects(head, RDF.rest))
        if head in members or len(first) != 1 or len(rest) != 1:
            return None
        members[head], head = first[0], rest[0]
    return list(members.values())


def _transitive_findings(graph: Graph) -> Iterator[str]:
    for node in graph.subjects(RDF.type, OWL.TransitiveProperty):
        for superior in {node, *graph.objects(node, SUPERIORS)}:
            where = partial(_transitive, graph, node, superior)
            yield from _faults(where, _limits(graph, superior))


def _transitive(graph: Graph, node: Node, superior: Node) -> str:
    return f"{_show(graph, node)} is transitive, so {_show(graph, superior)} may not"


def _limits(graph: Graph, node: Node) -> dict[str, bool]:
    restrictions = list(graph.subjects(OWL.onProperty, node))
    limited = [(r, n, None) in graph for r in restrictions for n in CARDINALITIES]
    return {
        "be functional": (node, RDF.type, OWL.FunctionalProperty) in graph,
        "be inverse functional": (node, RDF.type, OWL.InverseFunctionalProperty) in graph,
        "have a cardinality restriction": any(limited),
    }
