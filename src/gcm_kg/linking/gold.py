"""How right and how complete proposals are, beside a table that people judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gcm_kg.linking.subjects import SAME
from gcm_kg.mappings.identifiers import from_iri
from gcm_kg.mappings.sssom import Mapping


@dataclass(frozen=True, slots=True)
class Score:
    """Of one kind of relation: proposals that the table judges and that are right, and what it has.

    ``unjudged`` are proposals of pairs that it does not have.
    """

    kind: str
    right: int
    judged: int
    unjudged: int
    found: int
    wanted: int

    def __str__(self) -> str:
        precision = f"{self.right / self.judged:.2f}" if self.judged else "-"
        recall = f"{self.found / self.wanted:.2f}" if self.wanted else "-"
        return (
            f"{self.kind}: {self.right} of {self.judged} right (precision {precision}),"
            f" {self.found} of {self.wanted} found (recall {recall}), {self.unjudged} not judged"
        )


def scores(proposed: Sequence[Mapping], gold: Sequence[Mapping]) -> list[Score]:
    """Precision and recall of exact matches, and of all other relations together.

    A row with predicate_modifier Not says that a match is wrong. Objects are compared in one form
    for http and https.
    """
    judged = {
        (*_pair(row), row.predicate in SAME, _kind(row)): row.modifier != "Not" for row in gold
    }
    pairs = {key[:2] for key in judged}
    found = []
    for exact in (True, False):
        mine = [row for row in proposed if (row.predicate in SAME) == exact]
        known = [row for row in mine if _pair(row) in pairs]
        right = {_pair(row) for row in known if judged.get((*_pair(row), exact, _kind(row)))}
        wanted = {key[:2] for key, good in judged.items() if key[2] == exact and good}
        kind = "exact matches" if exact else "other relations"
        counts = len(right), len(known), len(mine) - len(known), len(right & wanted), len(wanted)
        found.append(Score(kind, *counts))
    return found


def _pair(row: Mapping) -> tuple[str, str]:
    return row.subject, from_iri(row.object)[0][1]


def _kind(row: Mapping) -> str:
    """The relation; that two things are the same is one, whether they are concepts or not."""
    return "same" if row.predicate in SAME else row.predicate
