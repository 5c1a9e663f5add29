"""What another graph says of one of its things: names, identifiers, links, classes, surroundings.

What a property is for is told by its own name, so that graphs in other vocabularies are read too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad

from gcm_kg.errors import shown
from gcm_kg.linking.labels import acronym, coded, label_key, qualified
from gcm_kg.linking.subjects import Name, primary
from gcm_kg.mappings.identifiers import Identifier, from_iri, from_literal, kind_of
from gcm_kg.rdf.namespaces import OWL, SKOS

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
BY_IRI = {**dict.fromkeys(LINKING, "link"), OWL + "deprecated": "withdraw"}
"""What those properties are for whose names alone would not tell."""
DESCRIBING = frozenset({"description", "comment"})
BELONGING = frozenset({"realizes", "expression_belongs_to_work"})
REALIZED = "is_realized_by"
"""Between a text in a language, which has the title, and the work that it is of (ELI, CDM)."""
TYPING = frozenset({"type", "P31", "additionalType", "featureCode", "madstype"})
PLACING = frozenset("countrycode parentcountry country P17 addresscountry containedinplace".split())
ABOVE = frozenset(
    "broader broadergeneric broaderpartitive ispartof locatedin parentfeature".split()
)
MOST_VALUES = 400
"""What is kept of one thing, of each kind."""


@dataclass(frozen=True, slots=True)
class CandidateLabel:
    """A name of a thing of the target. ``role`` is pref or alt; ``key`` leaves a qualifier out.

    ``spelt_out`` is the key of a qualifier that spells out an acronym before it; ``code`` is one of
    NORMLEX, which stands before the name and is in no key.
    """

    text: str
    role: str
    language: str
    key: str
    short: str = ""
    qualifier: str = ""
    whole: str = ""
    spelt_out: str = ""
    code: str = ""


@dataclass(slots=True)
class Candidate:
    """What the target says of one of its things. ``above`` and ``countries`` are IRIs or codes."""

    iri: str
    labels: list[CandidateLabel] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    scheme: str = ""
    withdrawn: bool = False

    def put_in_order(self) -> None:
        """Sorts what is said, whatever the order in which the graph was read."""
        self.labels.sort(key=lambda label: (label.role != "pref", label.language, label.text))
        for values in (self.types, self.above, self.countries, self.descriptions):
            values.sort()
        self.identifiers.sort()
        self.links.sort()

    @property
    def name(self) -> str:
        """The name to show: a preferred one, in English if there is one."""
        ranked = sorted(self.labels, key=lambda n: (n.role != "pref", n.language not in ("en", "")))
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


@lru_cache(maxsize=4096)
def use_of(predicate: str) -> str:
    """What a property is for: to name, identify, link, type, describe, place, withdraw; or ""."""
    local = local_name(predicate)
    if predicate in BY_IRI:
        return BY_IRI[predicate]
    if role_of(predicate):
        return "name"
    if kind_of(predicate):
        return "identify"
    if local in TYPING:
        return "type"
    lower = local.lower()
    for use, names in (("describe", DESCRIBING), ("place", PLACING), ("above", ABOVE)):
        if lower in names or local in names:
            return use
    if local in BELONGING or local == REALIZED:
        return "belong"
    return "scheme" if local == "inScheme" else ""


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
    elif use == "scheme":
        candidate.scheme = value
    elif use == "withdraw":
        candidate.withdrawn |= value in ("true", "1")
    elif use and use not in ("name", "belong"):
        lists = {"type": candidate.types, "describe": candidate.descriptions,
                 "place": candidate.countries, "above": candidate.above}  # fmt: skip
        add(lists[use], value)


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
        short = acronym(literal.value)
        text, code = coded(literal.value)
        base, qualifier = qualified(text)
        whole = label_key(text)
        key = label_key(base) if qualifier else whole
        language = primary(literal.language)
        spelt_out = label_key(qualifier) if acronym(base) else ""
        taken_apart = (key, short, qualifier, whole, spelt_out, code)
        add(candidate.labels, CandidateLabel(literal.value, role, language, *taken_apart))


LONGEST_SHOWN = 120
"""Characters of a name in a comment."""
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Agreement:
    """A name of ours and one of theirs that have the same normal form."""

    name: Name
    label: CandidateLabel

    @property
    def literal(self) -> bool:
        """Whether both are written alike, but for capitals."""
        return self.name.text.casefold() == self.label.text.casefold()

    @property
    def quoted(self) -> str:
        """Both names, each with its role, for a comment."""
        ours, theirs = (shown(x.text, LONGEST_SHOWN) for x in (self.name, self.label))
        return f"our {self.name.role} {ours} = their {self.label.role} {theirs}"


@dataclass(frozen=True, slots=True)
class Relation:
    """A rule of ``propose.RULES`` with the names that it rests on, or a reason for none."""

    agreement: Agreement
    rule: str = ""
    against: str = ""


ROLES = ("pref", "alt", "hidden", "short", "head")
"""Our roles, the more telling first."""


def number_differs(ours: str, theirs: str) -> bool:
    """Whether the last words of two labels that have one key are singular and plural."""
    mine, other = (re.findall(r"\w+", text.casefold())[-1:] for text in (ours, theirs))
    if not mine or not other or mine == other:
        return False
    return bool(mine[0] + "s" == other[0] or other[0] + "s" == mine[0])
