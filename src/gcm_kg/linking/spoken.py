"""Names that are blank nodes (SKOS-XL): read as the names that they give.

A blank node has another name in each reading of a file, so what is found in one reading could not
be looked up in the next.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from gcm_kg.linking.predicates import XL
from gcm_kg.rdf.namespaces import SKOS

FORM = XL + "literalForm"
PLAIN_NAMES = {
    XL + name: NamedNode(SKOS + name) for name in ("prefLabel", "altLabel", "hiddenLabel")
}
"""Properties that lead to names, with those that give them."""


def spoken_directly(quads: Iterator[Quad]) -> Iterator[Quad]:
    """Statements, in which a name on a blank node is said of the thing that has it.

    Of those whose other half is still to come, all are kept until it comes.
    """
    owners: dict[BlankNode, tuple[NamedNode, NamedNode]] = {}
    forms: dict[BlankNode, Literal] = {}
    for quad in quads:
        subject, predicate, term, _ = quad
        if isinstance(term, BlankNode) and (plain := PLAIN_NAMES.get(predicate.value)):
            if isinstance(subject, NamedNode):
                owners[term] = subject, plain
                yield from _joined(term, owners, forms)
        elif isinstance(subject, BlankNode) and predicate.value == FORM:
            if isinstance(term, Literal):
                forms[subject] = term
                yield from _joined(subject, owners, forms)
        else:
            yield quad


def _joined(
    node: BlankNode,
    owners: dict[BlankNode, tuple[NamedNode, NamedNode]],
    forms: dict[BlankNode, Literal],
) -> Iterator[Quad]:
    if node in owners and node in forms:
        thing, predicate = owners.pop(node)
        yield Quad(thing, predicate, forms.pop(node))
