"""What speaks for a match of one of our things with one of another graph, and what against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gcm_kg.linking.candidates import Agreement, Candidate, CandidateLabel
from gcm_kg.linking.disambiguation import fitting, other_code, other_country
from gcm_kg.linking.entity_types import (
    NAMED,
    conflicting_type,
    no_concept,
    of_description,
    of_type,
    unknown_class,
    unrecognised_class,
)
from gcm_kg.linking.proper_names import name_rule
from gcm_kg.linking.subjects import Name, Subject, Subjects
from gcm_kg.linking.target import Target, same_language
from gcm_kg.linking.terms import term_rule
from gcm_kg.mappings.identifiers import INDIVIDUAL, Identifier, from_iri
from gcm_kg.rdf.namespaces import OWL, SKOS

CODES = frozenset({"alpha2", "alpha3", "m49"})
"""Codes of States, which tables give to whatever lies in one."""
TELLING = frozenset({"creative", "other", "city", "site", "country", "organization", "person"})
"""Sorts that a description in words can be trusted with."""
EXACT, SAME, CLOSE = SKOS + "exactMatch", OWL + "sameAs", SKOS + "closeMatch"


@dataclass(frozen=True, slots=True)
class PairResult:
    """That a thing and a candidate match by a rule, or, with a reason, why nothing is proposed.

    ``rule`` is a key of ``propose.RULES``; ``predicate`` overrides that of the rule.
    """

    thing: str
    candidate: str
    rule: str = ""
    comment: str = ""
    against: str = ""
    predicate: str = ""
    key: str = ""


def findings(ours: Subjects, target: Target) -> Iterator[PairResult]:
    """What there is to say of every pair that shares a name, an identifier or a link."""
    given = _holders(target.candidates.values())
    for candidate in target.candidates.values():
        pairs = _pairs(ours, target, candidate)
        for iri, agreements in pairs.items():
            yield _Pair(ours, target, ours.things[iri], candidate, agreements).judged(given)


def _holders(candidates: Iterable[Candidate]) -> dict[Identifier, set[str]]:
    """Which candidates have an identifier: one that several share tells none of them."""
    given: dict[Identifier, set[str]] = {}
    for candidate in candidates:
        for identifier in identifiers_of(candidate):
            given.setdefault(identifier, set()).add(candidate.iri)
    return given


def identifiers_of(candidate: Candidate) -> list[Identifier]:
    """What identifies a candidate: its own IRI, literals, and what it says is the same."""
    same = [iri for predicate, iri in candidate.links if not predicate.endswith("closeMatch")]
    linked = [identifier for iri in same for identifier in from_iri(iri)[1:]]
    own = from_iri(candidate.iri)[1:]
    return list(dict.fromkeys((*own, *candidate.identifiers, *linked)))


def _pairs(ours: Subjects, target: Target, candidate: Candidate) -> dict[str, list[Agreement]]:
    """Our things that may match a candidate, each with the names that agree."""
    pairs: dict[str, list[Agreement]] = {}
    for label in candidate.labels:
        for name in _names(ours, target, label):
            if same_language(name, label.language):
                pairs.setdefault(name.thing, []).append(Agreement(name, label))
    for identifier in identifiers_of(candidate):
        for iri in ours.by_identifier.get(identifier, ()):
            pairs.setdefault(iri, [])
    for _, linked in candidate.links:
        for match in ours.links.get(from_iri(linked)[0], ()):
            pairs.setdefault(match.subject, [])
    return pairs


def _names(ours: Subjects, target: Target, label: CandidateLabel) -> Iterator[Name]:
    if label.short and not target.shouting:
        yield from ours.by_acronym.get(label.short, ())
        return
    for key in dict.fromkeys((label.whole, label.key, label.spelt_out)):
        yield from ours.by_key.get(key, ())
    yield from ours.by_acronym.get(label.short, ())


@dataclass(slots=True)
class _Pair:
    """One of our things beside a candidate."""

    ours: Subjects
    target: Target
    thing: Subject
    candidate: Candidate
    agreements: list[Agreement]

    def judged(self, given: dict[Identifier, set[str]]) -> PairResult:
        """What to say of the pair: the first of identifiers, links and names that says anything."""
        if unfit := self._unfit():
            return self._not(unfit)
        wrong = conflicting_type(self.thing.sort, self._sorts())
        shared = self._shared(given)
        if not wrong and {kind for kind, _ in shared} <= CODES:
            wrong = unrecognised_class(self.thing.sort, self.candidate.types)
        if wrong and (shared or self.agreements):
            return self._not(f"the other is described as: {wrong}")
        if shared:
            return self._identified(shared)
        if chained := self._chained():
            return chained
        if not self.agreements:
            return self._not("an identifier that several things of the target share")
        return self._named()

    def _unfit(self) -> str:
        """Why nothing of ours can match the candidate, whatever agrees; "" if something can."""
        if self.candidate.withdrawn:
            return "withdrawn there"
        made_of = no_concept(self.candidate.types)
        return f"the other is no concept: {made_of}" if made_of else ""

    def _sorts(self) -> set[str]:
        """What sorts of thing the candidate is said to be."""
        around, candidate = self.target.around, self.candidate
        found = {of_type(iri) for iri in candidate.types}
        found |= {of_description(text) for iri in candidate.types for text in around.get(iri, ())}
        return found | {of_description(text) for text in candidate.descriptions} & TELLING

    def _odd(self) -> str:
        """The name of a class of the candidate, if it says of no class what sort it is of."""
        types = self.candidate.types
        odd = [name for iri in types if (name := unknown_class(iri))]
        return odd[0] if len(odd) == len(types) and odd else ""

    def _shared(self, given: dict[Identifier, set[str]]) -> list[Identifier]:
        return [
            identifier
            for identifier in identifiers_of(self.candidate)
            if self.thing.iri in self.ours.by_identifier.get(identifier, ())
            and len(given[identifier]) == 1
            and len(self.ours.by_identifier[identifier]) == 1
        ]

    def _identified(self, shared: list[Identifier]) -> PairResult:
        comment = "; ".join(f"{kind} {value}" for kind, value in shared)
        agreeing = [a for a in self.agreements if a.name.role != "head"]
        comparable = any(label.language in ("", "en") for label in self.candidate.labels)
        if not agreeing and comparable and {kind for kind, _ in shared} <= CODES:
            return self._not(f"the code agrees and the names do not: {comment}")
        single = any(kind in INDIVIDUAL for kind, _ in shared) and self.thing.sort in NAMED
        predicate = SAME if single and self._individual() else EXACT
        if agreeing:
            comment += f"; {agreeing[0].quoted}"
        rule = "identifier and name" if agreeing else "identifier"
        return self._for(rule, comment, predicate=predicate)

    def _individual(self) -> bool:
        """Whether the candidate is described as the thing itself, and not as a concept of it."""
        if any(iri.startswith(SKOS) for iri in self.candidate.types):
            return False
        return bool({of_type(iri) for iri in self.candidate.types} - {"", "concept"})

    def _chained(self) -> PairResult | None:
        """A match through something that both are matched with."""
        for predicate, linked in self.candidate.links:
            for match in self.ours.links.get(from_iri(linked)[0], ()):
                if match.subject == self.thing.iri:
                    close = CLOSE in (predicate, match.predicate)
                    comment = f"both match {linked}"
                    return self._for("close link" if close else "link", comment)
        return None

    def _named(self) -> PairResult:
        agreements = [a for a in self.agreements if self._ours_to_have(a)]
        if not agreements:
            return self._not("the name belongs to another of our things")
        if self.thing.sort == "person":
            return self._not("a name alone does not identify a person")
        if crowded := [a for a in agreements if a.name.key in self.target.crowded]:
            return self._not(f"too many things are named {crowded[0].label.text}")
        kept, wrong = fitting(self.thing, self.candidate, agreements)
        if wrong or (wrong := self._another()):
            return self._not(wrong)
        rule = (name_rule if self.thing.named else term_rule)(
            self.ours, self.thing, self.candidate, kept
        )
        if rule.against:
            return self._not(rule.against)
        if not self.thing.named and " " not in rule.agreement.name.key and (odd := self._odd()):
            return self._not(f"one word alone agrees, and the other is described as: {odd}")
        key = rule.agreement.name.key
        return self._for(rule.rule, rule.agreement.quoted, key=key)

    def _another(self) -> str:
        """What tells the candidate from ours, although the names agree; "" if nothing does."""
        if code := other_code(self.thing, identifiers_of(self.candidate)):
            return code
        place = other_country(self.ours, self.target, self.thing, self.candidate)
        return f"it lies in {place}" if place and self.thing.sort == "place" else ""

    def _ours_to_have(self, agreement: Agreement) -> bool:
        """Whether no other thing, of a fitting sort, has the name as its preferred label."""
        if agreement.name.role in ("pref", "short"):
            return True
        sorts = self._sorts()
        owners = self.ours.owners(agreement.name.key) - {self.thing.iri}
        return not any(not conflicting_type(self.ours.things[o].sort, sorts) for o in owners)

    def _not(self, reason: str) -> PairResult:
        return PairResult(self.thing.iri, self.candidate.iri, against=reason)

    def _for(self, rule: str, comment: str, *, predicate: str = "", key: str = "") -> PairResult:
        where = (self.thing.iri, self.candidate.iri, rule, comment)
        return PairResult(*where, predicate=predicate, key=key)
