"""Proposes matches: what is said of each pair, weighed over the whole of both sides.

Rather no match than a wrong one: a tie on either side, a second exact match in one scheme and
whatever contradicts a curated match is not proposed, and said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gcm_kg.linking.claims import Abstention, Claim, Proposals, Side, groups_of
from gcm_kg.linking.comparison import PairResult, findings
from gcm_kg.linking.model import among
from gcm_kg.linking.names import CLOSE
from gcm_kg.linking.subjects import SAME, Subjects
from gcm_kg.linking.target import Target
from gcm_kg.mappings.identifiers import from_iri, scheme_of
from gcm_kg.mappings.sssom import Mapping
from gcm_kg.rdf.namespaces import SEMAPV

CLEARLY = 0.3
"""By how much the weight of one candidate must be above that of the next."""
MOST_SAID = 20
"""Rows of what is left open for one reason about one thing; more are counted."""
NEAREST = 5
"""Matches of a thing with one scheme that are not the same."""
LEAST_SAME = 0.8
"""How likely two things must be the same for that to be proposed."""
LEAST = 0.6
"""How likely a match must be right to be proposed."""


def propose(ours: Subjects, target: Target) -> Proposals:
    """The matches of our things with those of a target, and what is left open."""
    weighing = _Weighing(ours, target)
    claims = [claim for found in findings(ours, target) if (claim := weighing.claim(found))]
    claims = weighing.not_curated(claims)
    sure, weaker = weighing.one_object([claim for claim in claims if claim.exact])
    exact, namesakes = weighing.one_subject(sure)
    matched = {(claim.finding.thing, claim.scheme) for claim in exact} | set(weighing.schemes)
    others = [c for c in (*claims, *weaker, *namesakes) if not c.exact]
    others = weighing.not_anothers(others, {claim.finding.candidate for claim in exact})
    open_ = [c for c in others if (c.finding.thing, c.scheme) not in matched]
    weighing.settle([*exact, *weighing.nearest(weighing.unambiguous(open_))])
    weighing.say_crowded()
    return weighing.proposals


class _Weighing:
    """Collects what is proposed and what is not."""

    def __init__(self, ours: Subjects, target: Target) -> None:
        self.ours, self.target = ours, target
        self.proposals = Proposals()
        self.exactly = {
            from_iri(match.object)[0]: match for match in ours.curated if match.predicate in SAME
        }
        self.schemes = {(m.subject, scheme_of(m.object)): m for m in self.exactly.values()}

    def claim(self, finding: PairResult) -> Claim | None:
        """What a finding claims; one against a match, or too unsure for one, is put down."""
        if finding.against:
            self.abstain(finding, finding.against)
        elif finding.weaker is None and finding.confidence < LEAST:
            self.abstain(finding, f"too little speaks for {finding.relation}: {finding.comment}")
        else:
            return Claim(finding, self.target.candidates[finding.candidate].scheme)
        return None

    def abstain(self, finding: PairResult, reason: str) -> None:
        label, other = self._labels(finding)
        self.proposals.abstained.append(
            Abstention(finding.thing, label, finding.candidate, other, reason)
        )

    def _labels(self, finding: PairResult) -> tuple[str, str]:
        name = self.target.candidates[finding.candidate].name
        return self.ours.things[finding.thing].label, name

    def not_curated(self, claims: Sequence[Claim]) -> list[Claim]:
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

    def one_subject(self, claims: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
        """At most one exact match to an object, and those that are close beside it.

        Things of ours that have one name, as an actor and a theme, are namesakes: the surest is the
        same, the others are close.
        """
        kept, namesakes = [], []
        for group in groups_of(claims, lambda c: (c.finding.candidate, "")):
            kept.append(group[0])
            for claim in group[1:]:
                if claim.finding.weaker and claim.finding.key == group[0].finding.key:
                    namesakes.append(replace(claim, finding=claim.finding.weaker))
                else:
                    self.abstain(claim.finding, "a surer one is proposed for the other")
        return kept, namesakes

    def one_object(self, claims: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
        """At most one exact match to a scheme, the one that is surest beside the others.

        The second list has what is near only: the one match of a thing that is not sure enough.
        """
        sure, weaker = [], []
        for group in groups_of(claims, lambda c: (c.finding.thing, c.scheme)):
            best = self._beside(group[0].finding, [claim.finding for claim in group[1:]])
            reason = "a surer one is proposed"
            if best.confidence >= LEAST_SAME:
                sure.append(replace(group[0], finding=best))
            elif len(group) == 1 and (near := best.weaker) and near.confidence >= LEAST:
                weaker.append(replace(group[0], finding=near))
            elif len(group) == 1:
                self.abstain(best, f"too little speaks for {best.relation}: {best.comment}")
            else:
                reason = "several things of the target fit equally"
                self.abstain(best, reason)
            self._abstain_all(group[1:], reason)
        return sure, weaker

    def _abstain_all(self, claims: Sequence[Claim], reason: str) -> None:
        """Puts claims down as open, of very many only the first, and how many more there are."""
        for claim in claims[:MOST_SAID]:
            self.abstain(claim.finding, reason)
        if more := len(claims) - MOST_SAID if len(claims) > MOST_SAID else 0:
            finding = claims[0].finding
            label, _ = self._labels(finding)
            row = Abstention(finding.thing, label, "", "", f"{more} more: {reason}")
            self.proposals.abstained.append(row)

    def _beside(self, best: PairResult, others: Sequence[PairResult]) -> PairResult:
        """The surest finding of a thing, as sure as those leave it that rest on the same name."""
        rivals = [other.weight for other in others if other.key == best.key]
        if self.ours.things[best.thing].named and rivals:
            rivals = [w for w in rivals if best.weight - w < CLEARLY]
        return replace(best, weight=among(best.weight, rivals))

    def _single(self, claims: Sequence[Claim], side: Side, several: str) -> list[Claim]:
        """The surest claim of each side, where one is clearly the surest."""
        kept = []
        for group in groups_of(claims, side):
            clear = len(group) == 1 or group[0].finding.weight - group[1].finding.weight >= CLEARLY
            kept += group[:1] if clear else []
            reason = "a surer one is proposed" if clear else f"{several} fit equally"
            self._abstain_all(group[1:] if clear else group, reason)
        return kept

    def unambiguous(self, claims: Sequence[Claim]) -> list[Claim]:
        """Claims whose name leads to one candidate of a scheme."""
        return self._single(
            claims,
            lambda c: (c.finding.thing + c.scheme, c.finding.key or c.finding.candidate),
            "several things of the target",
        )

    def not_anothers(self, claims: Sequence[Claim], taken: set[str]) -> list[Claim]:
        """Claims of what is only near by a name that others use, and not the same as ours."""
        kept = []
        for claim in claims:
            finding = claim.finding
            near = finding.relation == CLOSE and "ours_other" in finding.features
            if near and finding.candidate in taken:
                self.abstain(finding, "it is the same as another of our things")
            else:
                kept.append(claim)
        return kept

    def nearest(self, claims: Sequence[Claim]) -> list[Claim]:
        """The first few of the claims for one thing that none is the same as."""
        kept = []
        for group in groups_of(claims, lambda c: (c.finding.thing, c.scheme)):
            kept += group[:NEAREST]
            for claim in group[NEAREST:]:
                self.abstain(claim.finding, f"{NEAREST} nearer ones are proposed")
        return kept

    def say_crowded(self) -> None:
        """Says of which names more things were found than were compared."""
        for key, number in sorted(self.target.crowded.items()):
            for iri in dict.fromkeys(n.thing for n in self.ours.by_key.get(key, ())):
                reason = f"{number} things are named {key}; not all of them were compared"
                label = self.ours.things[iri].label
                self.proposals.abstained.append(Abstention(iri, label, "", "", reason))

    def settle(self, claims: Iterable[Claim]) -> None:
        """Puts claims down as rows, in the order of our things and of the objects."""
        for claim in sorted(claims, key=lambda c: (c.finding.thing, c.finding.candidate)):
            finding = claim.finding
            label, other = self._labels(finding)
            self.proposals.matches.append(
                Mapping(
                    finding.thing, claim.predicate, finding.candidate,
                    SEMAPV + finding.process, label, other,
                    f"{finding.confidence:.2f}", finding.comment,
                )
            )  # fmt: skip
        self.proposals.abstained.sort(key=lambda a: (a.subject, a.object))
