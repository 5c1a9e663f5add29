"""What a thing of ours and one of another graph are to each other: a relation, and how sure it is.

What cannot be is left out first: something withdrawn, of another sort, elsewhere, with another
number. Then identifiers, links and names say what the two may be, and a model says how likely.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from gcm_kg.linking.agreement import Agreement
from gcm_kg.linking.candidates import Candidate
from gcm_kg.linking.context import Contexts
from gcm_kg.linking.disambiguation import other_code, other_place, unfit
from gcm_kg.linking.entity_types import (
    NAMED,
    conflicting_type,
    no_concept,
    of_description,
    of_type,
    unrecognised_class,
)
from gcm_kg.linking.evidence import Features, Surroundings, elsewhere, surrounding_features
from gcm_kg.linking.model import NEAR, SAME, probability, weight
from gcm_kg.linking.names import CLOSE, EXACT
from gcm_kg.linking.pairing import holders, identifiers_of, pairs_of
from gcm_kg.linking.relations import Relation, relation_of
from gcm_kg.linking.subjects import Subject, Subjects
from gcm_kg.linking.target import Target
from gcm_kg.mappings.identifiers import INDIVIDUAL, Identifier, from_iri
from gcm_kg.rdf.namespaces import SKOS

CODES = frozenset({"alpha2", "alpha3", "m49"})
"""Codes of States, which tables give to whatever lies in one."""
TELLING = frozenset({"creative", "other", "city", "site", "country", "organization", "person"})
"""Sorts that a description in words can be trusted with."""


@dataclass(frozen=True, slots=True)
class PairResult:
    """That a thing and a candidate match, how and how surely, or why nothing is proposed.

    ``relation`` is the local name of a property of SKOS, or sameAs; ``process`` the one of semapv
    by which it was found; ``weight`` is the sum of what the features say, from which the
    confidence follows, and ``weaker`` is what they are where they are not surely the same.
    """

    thing: str
    candidate: str
    relation: str = ""
    weight: float = 0
    comment: str = ""
    against: str = ""
    process: str = "LexicalMatching"
    key: str = ""
    features: Features = field(default_factory=dict, compare=False)
    weaker: PairResult | None = field(default=None, compare=False)

    @property
    def confidence(self) -> float:
        """How likely the match is right."""
        return probability(self.weight)


def findings(ours: Subjects, target: Target) -> Iterator[PairResult]:
    """What there is to say of every pair that shares a name, an identifier or a link."""
    given = holders(target.candidates.values())
    around = Surroundings(ours, target, Contexts(ours))
    for candidate in target.candidates.values():
        for iri, agreements in pairs_of(ours, target, candidate).items():
            yield _Pair(around, ours.things[iri], candidate, agreements).judged(given)


@dataclass(slots=True)
class _Pair:
    """One of our things beside a candidate."""

    around: Surroundings
    thing: Subject
    candidate: Candidate
    agreements: list[Agreement]

    def judged(self, given: dict[Identifier, set[str]]) -> PairResult:
        """What to say of the pair: the first of identifiers, links and names that says anything."""
        if no := self._impossible():
            return self._not(no)
        shared = self._shared(given)
        if wrong := self._wrong_sort(shared):
            return self._not(f"the other is described as: {wrong}")
        if (shared or self._chained()) and (other := self._named_like_another()):
            return self._not(f"its name is that of {other}")
        if shared:
            return self._identified(shared)
        if chained := self._chained():
            return chained
        if not self.agreements:
            return self._not("an identifier that several things of the target share")
        return self._named()

    def _impossible(self) -> str:
        """Why nothing of ours can match the candidate, whatever agrees; "" if something can."""
        if self.candidate.withdrawn:
            said = [self._name_of(iri) for iri in self.candidate.successors]
            return "withdrawn there" + (f"; used instead: {', '.join(said)}" if said else "")
        if self.candidate.holds:
            return "the other is no concept: it holds concepts"
        made_of = no_concept(self.candidate.types)
        return f"the other is no concept: {made_of}" if made_of else ""

    def _name_of(self, iri: str) -> str:
        known = self.around.target.candidates.get(iri)
        return f"{known.name} <{iri}>" if known and known.name else f"<{iri}>"

    def _sorts(self) -> set[str]:
        """What sorts of thing the candidate is said to be."""
        around, candidate = self.around.target.around, self.candidate
        found = {of_type(iri) for iri in candidate.types}
        found |= {of_description(text) for iri in candidate.types for text in around.get(iri, ())}
        said = (*candidate.descriptions, *candidate.notes)
        return found | {of_description(text) for text in said} & TELLING

    def _wrong_sort(self, shared: list[Identifier]) -> str:
        """The sort or class of the candidate that ours cannot be; "" if there is none."""
        wrong = conflicting_type(self.thing.sort, self._sorts())
        if not wrong and {kind for kind, _ in shared} <= CODES:
            wrong = unrecognised_class(self.thing.sort, self.candidate.types)
        return wrong if shared or self.agreements else ""

    def _shared(self, given: dict[Identifier, set[str]]) -> list[Identifier]:
        ours = self.around.ours
        return [
            identifier
            for identifier in identifiers_of(self.candidate)
            if self.thing.iri in ours.by_identifier.get(identifier, ())
            and len(given[identifier]) == 1
            and len(ours.by_identifier[identifier]) == 1
        ]

    def _named_like_another(self) -> str:
        """Another thing of ours that has the preferred name of the candidate, if ours has not."""
        ours = self.around.ours
        agreeing = {a.name.key for a in self.agreements}
        for label in self.candidate.labels:
            others = ours.owners(label.whole) - {self.thing.iri} if label.english else set()
            if label.role == "pref" and others and label.whole not in agreeing:
                return ours.things[min(others)].label
        return ""

    def _identified(self, shared: list[Identifier]) -> PairResult:
        comment = "; ".join(f"{kind} {value}" for kind, value in shared)
        agreeing = [a for a in self.agreements if a.name.role not in ("head", "part")]
        comparable = any(label.english for label in self.candidate.labels)
        if not agreeing and comparable and {kind for kind, _ in shared} <= CODES:
            return self._not(f"the code agrees and the names do not: {comment}")
        single = any(kind in INDIVIDUAL for kind, _ in shared) and self.thing.sort in NAMED
        relation = "sameAs" if single and self._individual() else EXACT
        if agreeing:
            comment += f"; {agreeing[0].quoted}"
        features = {"identifier": 1.0, "named": float(self.thing.named)}
        process = "CompositeMatching" if agreeing else "LexicalMatching"
        return self._for(relation, SAME, features, f"identifier: {comment}", process=process)

    def _individual(self) -> bool:
        """Whether the candidate is described as the thing itself, and not as a concept of it."""
        if any(iri.startswith(SKOS) for iri in self.candidate.types):
            return False
        return bool({of_type(iri) for iri in self.candidate.types} - {"", "concept"})

    def _chained(self) -> PairResult | None:
        """A match through something that both are matched with."""
        for predicate, linked in self.candidate.links:
            for match in self.around.ours.links.get(from_iri(linked)[0], ()):
                if match.subject == self.thing.iri:
                    relation = CLOSE if SKOS + CLOSE in (predicate, match.predicate) else EXACT
                    model = NEAR if relation == CLOSE else SAME
                    comment = f"link: both match {linked}"
                    features = {"chained": 1.0}
                    return self._for(relation, model, features, comment, process="MappingChaining")
        return None

    def _named(self) -> PairResult:
        if self.thing.sort == "person":
            return self._not("a name alone does not identify a person")
        if other := other_code(self.thing, identifiers_of(self.candidate)) or self._linked_away():
            return self._not(other)
        reasons = [unfit(self.thing, agreement) for agreement in self.agreements]
        kept = [a for a, reason in zip(self.agreements, reasons, strict=True) if not reason]
        if no := self._qualified_away(kept) or ("" if kept else reasons[0]):
            return self._not(no)
        place = other_place(self.around.ours, self.around.target, self.thing, self.candidate)
        if place:
            return self._not(f"it lies in {place}")
        found = relation_of(self.around.ours, self.thing, self.candidate, kept, self._sorts())
        return self._weighed(found)

    def _linked_away(self) -> str:
        """That the candidate is linked with what another thing of ours matches; "" if it is not."""
        ours = self.around.ours
        for predicate, iri in self.candidate.links:
            forms = from_iri(iri)
            linked = {match.subject for match in ours.links.get(forms[0], ())}
            linked |= {thing for form in forms[1:] for thing in ours.by_identifier.get(form, ())}
            if linked and not predicate.endswith(CLOSE) and self.thing.iri not in linked:
                return f"it is linked with what matches {ours.things[min(linked)].label}"
        return ""

    def _qualified_away(self, kept: Iterable[Agreement]) -> str:
        """Why a preferred name that would agree is another's, where only other names agree."""
        if any(agreement.label.role == "pref" for agreement in kept):
            return ""
        named = [a for a in self.agreements if a.label.role == "pref" and a not in kept]
        return unfit(self.thing, named[0]) if named else ""

    def _weighed(self, found: Relation) -> PairResult:
        """A relation that names suggest, as sure as the model makes it."""
        if found.against:
            return self._not(found.against)
        short = self.thing.named or " " not in found.agreement.name.key
        if short and (field_ := elsewhere(self.around, self.thing, self.candidate)):
            return self._not(f"what is said of it is of another field: {field_}")
        said = surrounding_features(self.around, self.thing, self.candidate)
        comment, key = f"{found.why}: {found.agreement.quoted}", found.agreement.name.key
        if found.relation != EXACT:
            return self._for(found.relation, NEAR, {**found.features, **said}, comment, key=key)
        same = self._for(EXACT, SAME, {**found.features, **said}, comment, key=key)
        weaker = self._for(CLOSE, NEAR, {**found.weaker, **said}, comment, key=key)
        return replace(same, weaker=weaker)

    def _not(self, reason: str) -> PairResult:
        return PairResult(self.thing.iri, self.candidate.iri, against=reason)

    def _for(
        self, relation: str, model: str, features: Features, comment: str,
        *, process: str = "LexicalMatching", key: str = "",
    ) -> PairResult:  # fmt: skip
        where = (self.thing.iri, self.candidate.iri)
        sure = weight(model, features)
        return PairResult(
            *where, relation, sure, comment, process=process, key=key, features=features
        )
