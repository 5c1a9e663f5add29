"""Reads another graph for what may match ours, as a stream, in passes that each hold little.

The first pass finds the things that share a name, an identifier or a link with one of ours; the
second reads all that is said of those, the third the names of their classes and of what they lie
in. So memory grows with what we have, not with what the other graph has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from gcm_kg.linking.candidates import (
    REALIZED,
    XL,
    Candidate,
    add,
    add_label,
    local_name,
    node,
    record_statement,
    role_of,
    use_of,
)  # fmt: skip
from gcm_kg.linking.labels import acronym, coded, label_key, qualified
from gcm_kg.linking.subjects import Name, Subjects, primary
from gcm_kg.mappings.identifiers import Identifier, from_iri, from_literal, scheme_of

Quads = Callable[[], Iterator[Quad]]
"""Reads the graph anew from its beginning."""
MOST_SHARING = 50
"""Things of the target with one name: with more of them the name tells nothing apart."""


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


def read_target(quads: Quads, ours: Subjects) -> Target:
    """The things of a graph that may match one of ours. Raises what reading the graph raises."""
    finder = _Finder(ours)
    target = Target()
    finder.read(quads(), target)
    wanted = finder.found - finder.expressions
    if finder.expressions:
        wanted |= {
            node(quad.subject) for quad in quads()
            if quad.predicate.value.startswith(XL) and node(quad.object) in finder.expressions
        }  # fmt: skip
    works = _works(quads, wanted) if "belong" in finder.uses.values() else {}
    wanted = {iri for iri in wanted | set(works.values()) if not iri.startswith("_:")}
    target.candidates = _with_titles(_described(quads, wanted), works)
    near = {iri for c in target.candidates.values() for iri in (*c.above, *c.types, *c.countries)}
    if near:
        target.around = _names_of(quads, near)
    return target


def _works(quads: Quads, texts: set[str]) -> dict[str, str]:
    """The works of texts, which have the titles that were found."""
    works: dict[str, str] = {}
    for quad in quads():
        predicate = quad.predicate.value
        if use_of(predicate) == "belong":
            ends = node(quad.subject), node(quad.object)
            text, work = reversed(ends) if local_name(predicate) == REALIZED else ends
            if text in texts:
                works[text] = work
    return works


def _with_titles(found: dict[str, Candidate], works: dict[str, str]) -> dict[str, Candidate]:
    """Candidates in which works have the titles of their texts, which are none themselves."""
    for text, work in sorted(works.items()):
        if text in found and work in found:
            for label in found.pop(text).labels:
                add(found[work].labels, label)
            found[work].put_in_order()
    return found


class _Finder:
    """The first pass: which things share a name, an identifier or a link with ours."""

    def __init__(self, ours: Subjects) -> None:
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
                self._identify(node(subject), from_iri(node(subject)))
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
                    self.found.add(node(quad.subject))
                    if quad.predicate.value.startswith(XL):
                        self.expressions.add(node(quad.subject))

    def _ours(self, text: str) -> Iterator[tuple[str, list[Name]]]:
        """Our names that a text may be, with the key by which they were found."""
        by_key = self.ours.by_key
        text = coded(text)[0]
        key = label_key(text)
        if key in by_key:
            yield key, by_key[key]
        if len(text) <= 12 and (short := acronym(text)) in self.ours.by_acronym:
            yield short, self.ours.by_acronym[short]
        if text.endswith((")", "]")) or text[-4:].isdigit():
            for part in qualified(text):
                key = label_key(part)
                if key in by_key:
                    yield key, by_key[key]

    def _point(self, quad: Quad, predicate: str) -> None:
        term = quad.object
        if isinstance(term, Literal):
            identifier = from_literal(predicate, term.value, term.datatype.value)
            self._identify(node(quad.subject), [identifier] if identifier else [])
        elif isinstance(term, NamedNode):
            self._identify(node(quad.subject), from_iri(term.value))

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
        candidate = found.get(node(quad.subject))
        predicate = quad.predicate.value
        if candidate is not None:
            record_statement(candidate, quad, use_of(predicate), spoken)
    if spoken:
        _add_spoken(quads, found, spoken)
    for candidate in found.values():
        candidate.put_in_order()
    return found


def _add_spoken(quads: Quads, found: dict[str, Candidate], spoken: dict[str, list[Quad]]) -> None:
    """Adds names that are things themselves (SKOS-XL); ``spoken`` says whose they are."""
    for quad in quads():
        if quad.predicate.value == XL + "literalForm":
            for owner in spoken.get(node(quad.subject), ()):
                role = "pref" if owner.predicate.value.endswith("prefLabel") else "alt"
                add_label(found[node(owner.subject)], quad.object, role)


def _names_of(quads: Quads, wanted: set[str]) -> dict[str, list[str]]:
    """The names of things, for those that the graph names."""
    names: dict[str, list[str]] = {}
    uses: dict[str, str] = {}
    for quad in quads():
        predicate = quad.predicate.value
        role = uses.get(predicate)
        if role is None:
            role = uses[predicate] = role_of(predicate)
        if role and isinstance(quad.object, Literal) and node(quad.subject) in wanted:
            add(names.setdefault(node(quad.subject), []), quad.object.value)
    return names
