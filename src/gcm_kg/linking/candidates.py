"""What another graph says of one of its things: names, identifiers, links, classes, surroundings.

What a property is for is told by its own name, so that graphs in other vocabularies are read too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad

from gcm_kg.linking.labels import BASE, SPELT_OUT, WHOLE, LabelParts, acronym, taken_apart
from gcm_kg.linking.names import primary
from gcm_kg.mappings.identifiers import Identifier, from_iri, from_literal, kind_of
from gcm_kg.rdf.namespaces import OWL, RDFS, SKOS

PREFERRED = frozenset("preflabel label name title literalform authoritativelabel legalname".split())
OTHERS = frozenset(
    "altlabel hiddenlabel alternatename alternativename officialname shortname title_short"
    " title_alternative alternative variantlabel hasexactsynonym synonym acronym alias othername"
    " aliases expression_title resource_title".split()
)
"""Local names of properties that give names, in whatever ontology."""
XL = "http://www.w3.org/2008/05/skos-xl#"
LINKING = {SKOS + "exactMatch", OWL + "sameAs", SKOS + "closeMatch", "http://schema.org/sameAs",
           "https://schema.org/sameAs"}  # fmt: skip
DESCRIBING = frozenset({"description", "comment"})
DEFINING = frozenset("definition scopenote note iao_0000115 gloss abstract skopenote".split())
BELONGING = frozenset({"realizes", "expression_belongs_to_work"})
REALIZED = "is_realized_by"
"""Between a text in a language, which has the title, and the work that it is of (ELI, CDM)."""
TYPING = frozenset({"type", "P31", "additionalType", "featureCode", "madstype"})
PLACING = frozenset("countrycode parentcountry country P17 addresscountry containedinplace".split())
ABOVE = frozenset(
    "broader broadergeneric broaderpartitive broadertransitive subclassof ispartof locatedin"
    " parentfeature inscheme inmicrothesaurus topconceptof domain indefinedtermset".split()
)
HOLDING = frozenset({"member", "hastopconcept", "memberlist"})
"""Properties of what holds concepts, and is none."""
REPLACING = frozenset(
    "isreplacedby supersededby iao_0100001 replacedby term_replaced_by useinstead".split()
)
STATUS = frozenset("status term_status conceptstatus concept_status".split())
WITHDRAWING = frozenset({"deprecated", "obsolete", "is_obsolete"})
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


def local_name(iri: str) -> str:
    """What stands behind the namespace of an IRI."""
    return re.split(r"[/#]", iri)[-1]


@lru_cache(maxsize=4096)
def role_of(predicate: str) -> str:
    """The role of the names that a property gives, by its name; "" if it gives none."""
    local = local_name(predicate).lower()
    if local in PREFERRED:
        return "pref"
    return "alt" if local in OTHERS else ""


USES = {
    "withdraw": WITHDRAWING, "replace": REPLACING, "status": STATUS, "define": DEFINING,
    "describe": DESCRIBING, "place": PLACING, "above": ABOVE, "hold": HOLDING,
}  # fmt: skip
"""What properties are for, by their local names."""


@lru_cache(maxsize=4096)
def use_of(predicate: str) -> str:
    """What a property is for: to name, identify, link, type, describe, withdraw …; or ""."""
    local = local_name(predicate)
    if predicate in LINKING:
        return "link"
    if role_of(predicate):
        return "name"
    if local in TYPING:
        return "type"
    if local in BELONGING or local == REALIZED:
        return "belong"
    lower = local.lower()
    for use, names in USES.items():
        if lower in names or local in names:
            return use
    return "identify" if kind_of(predicate) else ""


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


WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
"""A word in a name that is written together."""


def name_in_iri(iri: str) -> str:
    """The words of which the end of an IRI is made: "HumanTrafficking"; "" for codes and numbers.

    So are classes named that have no label.
    """
    local = local_name(iri.rstrip("/#"))
    if len(local) < 4 or any(c.isdigit() for c in local) or not local.isascii():
        return ""
    return " ".join(WORD.findall(local))
