"""Reads another graph for what may match ours, as a stream, in passes that each hold little.

The first pass finds the things that share a name, an identifier or a link with one of ours; the
second reads all that is said of those, the third the names of their classes and of what they lie
in. So memory grows with what we have, not with what the other graph has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, Quad

from gcm_kg.linking.candidates import (
    Candidate,
    CandidateLabel,
    add,
    add_label,
    node,
    record_statement,
)
from gcm_kg.linking.labels import taken_apart
from gcm_kg.linking.names import Name, primary
from gcm_kg.linking.predicates import REALIZED, XL, local_name, name_in_iri, role_of, use_of
from gcm_kg.linking.search import Finder
from gcm_kg.linking.spoken import spoken_directly
from gcm_kg.linking.subjects import Subjects
from gcm_kg.mappings.identifiers import scheme_of

Quads = Callable[[], Iterator[Quad]]
"""Reads the graph anew from its beginning."""


@dataclass(slots=True)
class Target:
    """The candidates of a graph, names of what they lie in, and how much was read.

    ``crowded`` are keys that more things share than are compared, with their number; ``shouting``
    says that most names are written in capitals, which then mark no acronyms; ``languages`` counts
    the names in each language.
    """

    candidates: dict[str, Candidate] = field(default_factory=dict)
    around: dict[str, list[str]] = field(default_factory=dict)
    crowded: dict[str, int] = field(default_factory=dict)
    languages: Counter[str] = field(default_factory=Counter)
    names: int = 0
    capitals: int = 0

    @property
    def shouting(self) -> bool:
        return self.capitals * 2 > self.names

    def above(self, candidate: Candidate) -> list[str]:
        """The names of what a candidate lies in, as far as the graph gives any."""
        return [text for iri in candidate.above for text in self.around.get(iri, ())]


def read_target(read: Quads, ours: Subjects) -> Target:
    """The things of a graph that may match one of ours. Raises what reading the graph raises."""

    quads, finder = read, Finder(ours)
    finder.read(quads())
    if finder.has_blank_names:

        def quads() -> Iterator[Quad]:
            return spoken_directly(read())

        finder = Finder(ours)
        finder.read(quads())
    target = Target(crowded=finder.crowded, languages=finder.languages)
    target.names, target.capitals = finder.names, finder.capitals
    wanted = finder.found - finder.expressions
    if finder.expressions:
        wanted |= {
            node(quad.subject) for quad in quads()
            if quad.predicate.value.startswith(XL) and node(quad.object) in finder.expressions
        }  # fmt: skip
    works = _works(quads, wanted) if finder.has_works else {}
    wanted = {iri for iri in wanted | set(works.values()) if not iri.startswith("_:")}
    target.candidates = _with_titles(_described(quads, wanted), works)
    _add_successors(quads, target)
    near = {iri for c in target.candidates.values() for iri in (*c.above, *c.types, *c.countries)}
    if near:
        target.around = _names_of(quads, near)
    return target


def _add_successors(quads: Quads, target: Target) -> None:
    """Adds what is used instead of candidates that are withdrawn."""
    new = {iri for c in target.candidates.values() for iri in c.successors}
    if new := new - set(target.candidates):
        target.candidates |= {
            iri: found for iri, found in _described(quads, new).items() if found.labels
        }


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
        if candidate is not None:
            record_statement(candidate, quad, use_of(quad.predicate.value), spoken)
    if spoken:
        _add_spoken(quads, found, spoken)
    for candidate in found.values():
        if not candidate.labels and (text := name_in_iri(candidate.iri)):
            candidate.labels.append(CandidateLabel(text, "iri", "", taken_apart(text)))
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
    """The names of things that the graph names, the English ones if there are any."""
    english: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for quad in quads():
        if role_of(quad.predicate.value) and isinstance(quad.object, Literal):
            iri = node(quad.subject)
            if iri in wanted:
                names = english if primary(quad.object.language) in ("", "en") else others
                add(names.setdefault(iri, []), quad.object.value)
    return others | english
