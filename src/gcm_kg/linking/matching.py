"""Proposes matches: what speaks for and against each pair, weighed over the whole of both sides.

Rather no match than a wrong one: a tie on either side, a second exact match in one scheme and
whatever contradicts a curated match is not proposed, and said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from gcm_kg.linking.comparison import PairResult, findings
from gcm_kg.linking.subjects import SAME, Subjects
from gcm_kg.linking.target import Target
from gcm_kg.mappings.identifiers import from_iri, scheme_of
from gcm_kg.mappings.sssom import Mapping
from gcm_kg.rdf.namespaces import SEMAPV, SKOS


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule proposes, how sure it is, and the process that it is (semapv)."""

    predicate: str
    confidence: float
    process: str = "LexicalMatching"


RULES = {
    "identifier and name": Rule("exactMatch", 0.99, "CompositeMatching"),
    "identifier": Rule("exactMatch", 0.97),
    "link": Rule("exactMatch", 0.95, "MappingChaining"),
    "close link": Rule("closeMatch", 0.80, "MappingChaining"),
    "name with its year": Rule("exactMatch", 0.98),
    "name": Rule("exactMatch", 0.96),
    "name in another form": Rule("exactMatch", 0.94),
    "other name": Rule("exactMatch", 0.92),
    "name of a place": Rule("exactMatch", 0.85),
    "hidden name": Rule("exactMatch", 0.85),
    "term": Rule("exactMatch", 0.96),
    "term in another form": Rule("exactMatch", 0.93),
    "one word": Rule("exactMatch", 0.90),
    "one word in another form": Rule("exactMatch", 0.87),
    "term in another order": Rule("exactMatch", 0.91),
    "each other's terms": Rule("exactMatch", 0.92),
    "paraphrase": Rule("exactMatch", 0.90),
    "explained term": Rule("exactMatch", 0.85),
    "other name of people": Rule("exactMatch", 0.85),
    "several terms": Rule("exactMatch", 0.80),
    "conflated": Rule("closeMatch", 0.80),
    "our other term": Rule("closeMatch", 0.60),
    "within our broader one": Rule("broadMatch", 0.80),
    "another's other term": Rule("broadMatch", 0.75),
    "wider term": Rule("broadMatch", 0.75),
    "wider word": Rule("broadMatch", 0.70),
    "head": Rule("broadMatch", 0.60),
    "part of ours": Rule("narrowMatch", 0.75),
    "word of ours": Rule("narrowMatch", 0.65),
}
"""By the names that ``comparison``, ``terms`` and ``proper_names`` give; confidences are measured
in ``benchmarks/linking.py``."""
CLEARLY = 0.02
"""By how much one candidate must be surer than the next."""


@dataclass(frozen=True, slots=True)
class Abstention:
    """A pair that is not proposed, and why."""

    subject: str
    subject_label: str
    object: str
    object_label: str
    reason: str


@dataclass(slots=True)
class Proposals:
    """Matches by subject, what is not proposed, and how many are curated already."""

    matches: list[Mapping] = field(default_factory=list)
    abstained: list[Abstention] = field(default_factory=list)
    known: int = 0


@dataclass(frozen=True, slots=True)
class _Claim:
    """A finding for a match, with its predicate and the scheme of the object."""

    finding: PairResult
    predicate: str
    confidence: float
    scheme: str

    @property
    def exact(self) -> bool:
        return self.predicate in SAME


def propose(ours: Subjects, target: Target) -> Proposals:
    """The matches of our things with those of a target, and what is left open."""
    weighing = _Weighing(ours, target)
    claims = [claim for found in findings(ours, target) if (claim := weighing.claim(found))]
    claims = weighing.not_curated(claims)
    exact = weighing.one_subject([claim for claim in claims if claim.exact])
    exact = weighing.one_object(exact)
    matched = {(claim.finding.thing, claim.scheme) for claim in exact} | set(weighing.schemes)
    others = [c for c in claims if not c.exact and (c.finding.thing, c.scheme) not in matched]
    weighing.settle([*exact, *weighing.unambiguous(others)])
    return weighing.proposals


Side = Callable[[_Claim], tuple[str, str]]
"""What claims are compared by."""


class _Weighing:
    """Collects what is proposed and what is not."""

    def __init__(self, ours: Subjects, target: Target) -> None:
        self.ours, self.target = ours, target
        self.proposals = Proposals()
        self.exactly = {
            from_iri(match.object)[0]: match for match in ours.curated if match.predicate in SAME
        }
        self.schemes = {(m.subject, scheme_of(m.object)): m for m in self.exactly.values()}

    def claim(self, finding: PairResult) -> _Claim | None:
        """What a finding claims; one against a match is put down."""
        if finding.against:
            self.abstain(finding, finding.against)
            return None
        rule = RULES[finding.rule]
        predicate = finding.predicate or SKOS + rule.predicate
        scheme = self.target.candidates[finding.candidate].scheme
        return _Claim(finding, predicate, rule.confidence, scheme)

    def abstain(self, finding: PairResult, reason: str) -> None:
        label, other = self._labels(finding)
        self.proposals.abstained.append(
            Abstention(finding.thing, label, finding.candidate, other, reason)
        )

    def _labels(self, finding: PairResult) -> tuple[str, str]:
        name = self.target.candidates[finding.candidate].name
        return self.ours.things[finding.thing].label, name

    def not_curated(self, claims: Sequence[_Claim]) -> list[_Claim]:
        """Claims that curated matches neither make already nor contradict."""
        kept = []
        pairs = {(match.subject, from_iri(match.object)[0]) for match in self.ours.curated}
        for claim in claims:
            thing, candidate = claim.finding.thing, claim.finding.candidate
            form = from_iri(candidate)[0]
            other = self.exactly.get(form) or self.schemes.get((thing, claim.scheme))
            if (thing, form) in pairs:
                self.proposals.known += 1
            elif (thing, claim.predicate, form) in self.ours.denied:
                self.abstain(claim.finding, "curated: judged to be no such match")
            elif claim.exact and other is not None:
                self.abstain(claim.finding, f"curated: {other.subject} matches {other.object}")
            else:
                kept.append(claim)
        return kept

    def one_subject(self, claims: Sequence[_Claim]) -> list[_Claim]:
        """At most one exact match to an object."""
        return self._single(claims, lambda c: (c.finding.candidate, ""), "several of our things")

    def one_object(self, claims: Sequence[_Claim]) -> list[_Claim]:
        """At most one exact match to a scheme."""
        several = "several things of the target"
        return self._single(claims, lambda c: (c.finding.thing, c.scheme), several)

    def _single(self, claims: Sequence[_Claim], side: Side, several: str) -> list[_Claim]:
        """The surest claim of each side, where one is clearly the surest."""
        groups: dict[tuple[str, str], list[_Claim]] = {}
        for claim in claims:
            groups.setdefault(side(claim), []).append(claim)
        kept = []
        for group in groups.values():
            group.sort(key=lambda claim: -claim.confidence)
            clear = len(group) == 1 or group[0].confidence - group[1].confidence >= CLEARLY
            kept += group[:1] if clear else []
            for claim in group[1:] if clear else group:
                reason = "a surer one is proposed" if clear else f"{several} fit equally"
                self.abstain(claim.finding, reason)
        return kept

    def unambiguous(self, claims: Sequence[_Claim]) -> list[_Claim]:
        """Claims whose name leads to one candidate of a scheme."""
        return self._single(
            claims,
            lambda c: (c.finding.thing + c.scheme, c.finding.key or c.finding.candidate),
            "several things of the target",
        )

    def settle(self, claims: Iterable[_Claim]) -> None:
        """Puts claims down as rows, in the order of our things and of the objects."""
        for claim in sorted(claims, key=lambda c: (c.finding.thing, c.finding.candidate)):
            label, other = self._labels(claim.finding)
            rule = RULES[claim.finding.rule]
            comment = f"{claim.finding.rule}: {claim.finding.comment}"
            self.proposals.matches.append(
                Mapping(
                    claim.finding.thing, claim.predicate, claim.finding.candidate,
                    SEMAPV + rule.process, label, other, f"{claim.confidence:.2f}", comment,
                )
            )  # fmt: skip
        self.proposals.abstained.sort(key=lambda a: (a.subject, a.object))
