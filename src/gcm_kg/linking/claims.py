"""What is proposed, what is left open, and the claims that both are chosen from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from gcm_kg.linking.comparison import PairResult
from gcm_kg.linking.subjects import SAME
from gcm_kg.mappings.sssom import Mapping
from gcm_kg.rdf.namespaces import OWL, SKOS

PREFERRED = 0.4
"""By how much another name of ours must weigh more than the preferred one, to be taken for it."""


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
class Claim:
    """A finding for a match, with its predicate and the scheme of the object."""

    finding: PairResult
    scheme: str

    @property
    def predicate(self) -> str:
        relation = self.finding.relation
        return OWL + relation if relation == "sameAs" else SKOS + relation

    @property
    def strength(self) -> float:
        """The weight by which claims are put in order: a preferred name of ours goes first."""
        return self.finding.weight + PREFERRED * self.finding.features.get("ours_pref", 0)

    @property
    def exact(self) -> bool:
        return self.predicate in SAME


Side = Callable[[Claim], tuple[str, str]]
"""What claims are compared by."""


def groups_of(claims: Sequence[Claim], side: Side) -> list[list[Claim]]:
    """Claims by what they are compared by, the surest first."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (-c.strength, c.finding.thing)):
        found.setdefault(side(claim), []).append(claim)
    return list(found.values())
