"""Reads another graph for what may match ours, as a stream, in passes that each hold little.

The first pass finds the things that share a name, an identifier or a link with one of ours; the
second reads all that is said of those, the third the names of their classes and of what they lie
in. So memory grows with what we have, not with what the other graph has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from gcm_kg.counterparts import Counterparts, Name, primary, scheme_of
from gcm_kg.identifiers import Identifier, from_iri, from_literal, kind_of
from gcm_kg.iris import DCTERMS, OWL, RDF, RDFS, SKOS
from gcm_kg.normal import acronym, label_key, qualified

Quads = Callable[[], Iterator[Quad]]
"""Reads the graph anew from its beginning."""
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
TYPING = frozenset({"type", "P31", "additionalType", "featureCode", "madstype"})
PLACING = frozenset(
    "countrycode parentcountry country P17 addresscountry containedinplace".split()
)
ABOVE = frozenset("broader broadergeneric broaderpartitive ispartof locatedin parentfeature".split())
MOST_SHARING = 50
"""Things of the target with one name: with more of them the name tells nothing apart."""
MOST_VALUES = 400
"""What is kept of one thing, of each kind."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name of a thing of the target. ``role`` is pref or alt; ``key`` leaves a qualifier out."""

    text: str
    role: str
    language: str
    key: str
    short: str = ""
    qualifier: str = ""
    whole: str = ""


@dataclass(slots=True)
class Candidate:
    """What the target says of one of its things. ``above`` and ``countries`` are IRIs or codes."""

    iri: str
    labels: list[Label] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    scheme: str = ""

    @property
    def name(self) -> str:
        """The name to show: a preferred one, in English if there is one."""
        ranked = sorted(self.labels, key=lambda n: (n.role != "pref", n.language not in ("en", "")))
        return ranked[0].text if ranked else ""


@dataclass(slots=True)
class Target:
    """The candidates of a graph, names of what they lie in, and how much was read.

    ``crowded`` are keys that too many things share; ``shouting`` says that most names are written
    in capitals, which then mark no acronyms.
    """

    candidates: dict[str, Candidate] = field(default_factory=dict)
    around: dict[str, list[str]] = field(default_factory=dict)
    crowded: set[str] = field(default_factory=set)
    names: int = 0
    capitals: int = 0
    quads: int = 0

    @property
    def shouting(self) -> bool:
        return self.capitals * 2 > self.names


def read_target(quads: Quads, ours: Counterparts) -> Target:
    """The things of a graph that may match one of ours. Raises what reading the graph raises."""
    finder = _Finder(ours)
    target = Target()
    finder.read(quads(), target)
    wanted = finder.found - finder.expressions
    if finder.expressions:
        wanted |= {
            _node(quad.subject) for quad in quads()
            if quad.predicate.value.startswith(XL) and _node(quad.object) in finder.expressions
        }  # fmt: skip
    target.candidates = _described(quads, {iri for iri in wanted if not iri.startswith("_:")})
    near = {iri for c in target.candidates.values() for iri in (*c.above, *c.types, *c.countries)}
    if near:
        target.around = _names_of(quads, near)
    return target


def _local(iri: str) -> str:
    return re.split(r"[/#]", iri)[-1]


def role_of(predicate: str) -> str:
    """The role of the names that a property gives, by its name; "" if it gives none."""
    local = _local(predicate).lower()
    if local in PREFERRED:
        return "pref"
    return "alt" if local in OTHERS else ""


def use_of(predicate: str) -> str:
    """What a property is for: to name, identify, link, type, describe, place; "" for nothing here."""
    local = _local(predicate)
    if predicate in LINKING:
        return "link"
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
    return "scheme" if local == "inScheme" else ""


def _node(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


class _Finder:
    """The first pass: which things share a name, an identifier or a link with ours."""

    def __init__(self, ours: Counterparts) -> None:
        self.ours = ours
        self.found: set[str] = set()
        self.expressions: set[str] = set()
        self.sharing: Counter[str] = Counter()
        self.uses: dict[str, str] = {}

    def read(self, quads: Iterator[Quad], target: Target) -> None:
        last = None
        uses = self.uses
        for quad in quads:
            target.quads += 1
            subject, predicate = quad.subject, quad.predicate.value
            if subject != last:
                last = subject
                self._identify(_node(subject), from_iri(_node(subject)))
            use = uses.get(predicate)
            if use is None:
                use = uses[predicate] = use_of(predicate)
            if use == "name":
                self._name(quad, target)
            elif use in ("identify", "link"):
                self._point(quad, predicate)
        target.crowded = {key for key, count in self.sharing.items() if count > MOST_SHARING}

    def _name(self, quad: Quad, target: Target) -> None:
        literal = quad.object
        if not isinstance(literal, Literal):
            return
        text = literal.value
        target.names += 1
        target.capitals += text.isupper()
        for key, names in self._ours(text):
            if any(same_language(name, literal.language) for name in names):
                self.sharing[key] += 1
                if self.sharing[key] <= MOST_SHARING:
                    self.found.add(_node(quad.subject))
                    if quad.predicate.value.startswith(XL):
                        self.expressions.add(_node(quad.subject))

    def _ours(self, text: str) -> Iterator[tuple[str, list[Name]]]:
        """Our names that a text may be, with the key by which they were found."""
        by_key = self.ours.by_key
        key = label_key(text)
        if key in by_key:
            yield key, by_key[key]
        if len(text) <= 12 and (short := acronym(text)) in self.ours.by_acronym:
            yield short, self.ours.by_acronym[short]
        if text.endswith((")", "]")):
            key = label_key(qualified(text)[0])
            if key in by_key:
                yield key, by_key[key]

    def _point(self, quad: Quad, predicate: str) -> None:
        term = quad.object
        if isinstance(term, Literal):
            identifier = from_literal(predicate, term.value, term.datatype.value)
            self._identify(_node(quad.subject), [identifier] if identifier else [])
        elif isinstance(term, NamedNode):
            self._identify(_node(quad.subject), from_iri(term.value))

    def _identify(self, subject: str, identifiers: list[Identifier]) -> None:
        for identifier in identifiers:
            if identifier in self.ours.by_identifier or identifier in self.ours.links:
                self.sharing[str(identifier)] += 1
                if self.sharing[str(identifier)] <= MOST_SHARING:
                    self.found.add(subject)


def same_language(name: Name, language: str | None) -> bool:
    """Whether a name of ours may be compared with one in a language: one is untagged, or both same.

    ``language`` is a language tag, of which the first part counts.
    """
    other = primary(language)
    return not other or not name.language or other == name.language


def _described(quads: Quads, wanted: set[str]) -> dict[str, Candidate]:
    """All that the graph says of the wanted things."""
    found = {iri: Candidate(iri, scheme=scheme_of(iri)) for iri in sorted(wanted)}
    if not found:
        return found
    spoken: dict[str, list[Quad]] = {}
    for quad in quads():
        candidate = found.get(_node(quad.subject))
        predicate = quad.predicate.value
        if candidate is not None:
            _say(candidate, quad, use_of(predicate), spoken)
    if spoken:
        for quad in quads():
            if quad.predicate.value == XL + "literalForm":
                for owner in spoken.get(_node(quad.subject), ()):
                    role = "pref" if owner.predicate.value.endswith("prefLabel") else "alt"
                    _add_label(found[_node(owner.subject)], quad.object, role)
    for candidate in found.values():  # whatever the order in which the graph was read
        candidate.labels.sort(key=lambda n: (n.role != "pref", n.language, n.text))
        for values in (candidate.identifiers, candidate.links, candidate.types, candidate.above):
            values.sort()  # type: ignore[attr-defined]
    return found


def _say(candidate: Candidate, quad: Quad, use: str, spoken: dict[str, list[Quad]]) -> None:
    term, predicate = quad.object, quad.predicate.value
    value = term.value if isinstance(term, Literal) else _node(term)
    if use == "name" and isinstance(term, Literal):
        _add_label(candidate, term, role_of(predicate))
    elif predicate.startswith(XL):
        spoken.setdefault(value, []).append(quad)
    elif use == "identify":
        _add_identifier(candidate, predicate, term)
    elif use == "link":
        _add(candidate.links, (predicate, value))
    elif use == "scheme":
        candidate.scheme = value
    elif use and use != "name":
        lists = {"type": candidate.types, "describe": candidate.descriptions,
                 "place": candidate.countries, "above": candidate.above}  # fmt: skip
        _add(lists[use], value)


def _add_identifier(candidate: Candidate, predicate: str, term: object) -> None:
    if isinstance(term, Literal):
        identifier = from_literal(predicate, term.value, term.datatype.value)
        _add(candidate.identifiers, identifier) if identifier else None
    elif isinstance(term, NamedNode):
        for identifier in from_iri(term.value):
            _add(candidate.identifiers, identifier)


def _add(values: list, value: object) -> None:  # type: ignore[type-arg]
    if len(values) < MOST_VALUES and value not in values:
        values.append(value)


def _add_label(candidate: Candidate, literal: object, role: str) -> None:
    if isinstance(literal, Literal):
        short = acronym(literal.value)
        base, qualifier = qualified(literal.value)
        whole = label_key(literal.value)
        key = label_key(base) if qualifier else whole
        language = primary(literal.language)
        _add(candidate.labels, Label(literal.value, role, language, key, short, qualifier, whole))


def _names_of(quads: Quads, wanted: set[str]) -> dict[str, list[str]]:
    """The names of things, for those that the graph names."""
    names: dict[str, list[str]] = {}
    uses: dict[str, str] = {}
    for quad in quads():
        predicate = quad.predicate.value
        role = uses.get(predicate)
        if role is None:
            role = uses[predicate] = role_of(predicate)
        if role and isinstance(quad.object, Literal) and _node(quad.subject) in wanted:
            _add(names.setdefault(_node(quad.subject), []), quad.object.value)
    return names
