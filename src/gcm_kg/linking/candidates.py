"""What another graph says of one of its things: names, identifiers, links, classes, surroundings.

What a property is for is told by its own name, so that graphs in other vocabularies are read too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from gcm_kg.linking.labels import BASE, SPELT_OUT, WHOLE, LabelParts, acronym, taken_apart
from gcm_kg.linking.names import primary
from gcm_kg.linking.predicates import XL, local_name, role_of
from gcm_kg.mappings.identifiers import Identifier, from_iri, from_literal
from gcm_kg.rdf.namespaces import OWL, RDFS, SKOS

WITHDRAWN = re.compile(
    r"deprecat|retire|withdraw|obsolete|supersede|archaic|invalid|inactive|rejected", re.I
)
"""What a status of something withdrawn is called."""
WITHDRAWN_TYPES = ("Deprecated", "Obsolete", "Withdrawn", "Retired")
"""How the names of classes of something withdrawn begin: owl:DeprecatedClass."""
WITHDRAWN_NOTE = re.compile(r"\W*(?:deprecated|obsolete|withdrawn|do not use)\b\W", re.I)
"""How a note on something withdrawn begins."""
CLASSES = frozenset({OWL + "Class", RDFS + "Class", SKOS + "Concept"})
"""Whose things may be named by their IRIs alone."""
ENGLISH = (None, "", "en", "en-GB", "en-US")
"""Languages of notes that are compared, those of ours."""
MOST_VALUES = 400
"""What is kept of one thing, of each kind."""


@dataclass(frozen=True, slots=True)
class CandidateLabel:
    """A name of a thing of the target. ``role`` is pref, alt, or iri where the IRI alone names."""

    text: str
    role: str
    language: str
    parts: LabelParts
    short: str = ""

    @property
    def whole(self) -> str:
        """The key of all of it."""
        return next((key for key, kind in self.parts.keys if kind == WHOLE), "")

    @property
    def key(self) -> str:
        """The key of what stands before brackets and dates, or of all of it."""
        return next((key for key, kind in self.parts.keys if kind == BASE), self.whole)

    @property
    def spelt_out(self) -> str:
        """The key of what brackets spell out behind an acronym."""
        return next((key for key, kind in self.parts.keys if kind == SPELT_OUT), "")

    @property
    def english(self) -> bool:
        """Whether it is in English, as far as it is in a language."""
        return self.language in ("", "en")


@dataclass(slots=True)
class Candidate:
    """What the target says of one of its things. ``above`` and ``countries`` are IRIs or codes.

    ``withdrawn`` says by what it is known to be withdrawn; ``successors`` are IRIs of what is used
    instead; ``holds`` says that it is a collection or scheme of concepts.
    """

    iri: str
    labels: list[CandidateLabel] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    successors: list[str] = field(default_factory=list)
    scheme: str = ""
    withdrawn: bool = False
    holds: bool = False

    def put_in_order(self) -> None:
        """Sorts what is said, whatever the order in which the graph was read."""
        self.labels.sort(key=lambda label: (label.role != "pref", label.language, label.text))
        for values in (self.types, self.above, self.countries, self.descriptions, self.notes):
            values.sort()
        self.identifiers.sort()
        self.links.sort()
        self.successors.sort()

    @property
    def name(self) -> str:
        """The name to show: a preferred one, in English if there is one."""
        ranked = sorted(self.labels, key=lambda n: (n.role != "pref", not n.english))
        return ranked[0].text if ranked else ""


def node(term: object) -> str:
    """The IRI of a term, or, for a blank node, its label after "_:"."""
    return term.value if isinstance(term, NamedNode) else str(term)


def record_statement(
    candidate: Candidate, quad: Quad, use: str, spoken: dict[str, list[Quad]]
) -> None:
    """Puts down a statement about a candidate; labels that are things go to ``spoken``."""
    term, predicate = quad.object, quad.predicate.value
    value = term.value if isinstance(term, Literal) else node(term)
    if use == "name" and isinstance(term, Literal):
        add_label(candidate, term, role_of(predicate))
    elif predicate.startswith(XL):
        spoken.setdefault(value, []).append(quad)
    elif use == "identify":
        _add_identifier(candidate, predicate, term)
    elif use == "link":
        add(candidate.links, (predicate, value))
    elif use == "hold":
        candidate.holds = True
    elif use in ("withdraw", "status", "replace"):
        _withdraw(candidate, use, value, isinstance(term, NamedNode))
    elif use not in ("", "name", "belong") and getattr(term, "language", "") in ENGLISH:
        _add_value(candidate, use, value)


def _add_value(candidate: Candidate, use: str, value: str) -> None:
    is_note = use in ("describe", "define")
    if (use == "type" and local_name(value).startswith(WITHDRAWN_TYPES)) or (
        is_note and WITHDRAWN_NOTE.match(value)
    ):
        candidate.withdrawn = True
    lists = {"type": candidate.types, "describe": candidate.descriptions, "define": candidate.notes,
             "place": candidate.countries, "above": candidate.above}  # fmt: skip
    add(lists[use], value)


def _withdraw(candidate: Candidate, use: str, value: str, thing: bool) -> None:
    """What says that something is withdrawn: a mark, a status, or what is used instead."""
    if use == "replace":
        candidate.withdrawn = True
        if thing:
            add(candidate.successors, value)
    elif use == "status":
        candidate.withdrawn |= bool(WITHDRAWN.search(local_name(value) or value))
    else:
        candidate.withdrawn |= value.lower() in ("true", "1", "yes")


def _add_identifier(candidate: Candidate, predicate: str, term: object) -> None:
    if isinstance(term, Literal):
        identifier = from_literal(predicate, term.value, term.datatype.value)
        add(candidate.identifiers, identifier) if identifier else None
    elif isinstance(term, NamedNode):
        for identifier in from_iri(term.value):
            add(candidate.identifiers, identifier)


def add(values: list, value: object) -> None:  # type: ignore[type-arg]
    """Adds a value once, as long as there are not too many."""
    if len(values) < MOST_VALUES and value not in values:
        values.append(value)


def add_label(candidate: Candidate, literal: object, role: str) -> None:
    """Adds a name, taken apart."""
    if isinstance(literal, Literal):
        text, language = literal.value, primary(literal.language)
        label = CandidateLabel(text, role, language, taken_apart(text), acronym(text))
        add(candidate.labels, label)
