"""From draft to final: each recommendation beside what the adopted Compact made of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from gcm_kg.serving.messages import Request, Response
from gcm_kg.serving.pages.layout import page
from gcm_kg.serving.served import Served
from gcm_kg.text.folding import folded
from gcm_kg.views.uptake import DEGREES, Outcome, traces

WORD = re.compile(r"[^\W\d_]{4,}")
"""Words that are looked for in what took a recommendation up; short ones say nothing alone."""
STEM = 6
"""Letters by which words are compared: "trafficking" is found in "trafficked"."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A recommendation with its outcomes; of ``words``, those marked are in none of them."""

    iri: str
    identifier: str
    words: list[tuple[str, bool]]
    outcomes: tuple[Outcome, ...]


def uptake(request: Request, served: Served) -> Response:
    """The page of all recommendations and what became of them."""
    known = served.kg.documents
    followed = [
        Followed(
            one.part,
            known.name(one.part, one.identifier),
            lost(one.text, one.outcomes),
            one.outcomes,
        )
        for one in traces(served.graph, [])
    ]
    best = Counter(one.outcomes[0].degree if one.outcomes else "not judged" for one in followed)
    order = [*DEGREES, *sorted(best.keys() - set(DEGREES))]
    read = served.kg.ask("compact-parts-read").rows
    return page(
        "outcomes", request, served, title="From draft to final", followed=followed,
        counts=[(degree, best[degree]) for degree in order if best[degree]], read=read,
    )  # fmt: skip


def lost(text: str, outcomes: tuple[Outcome, ...]) -> list[tuple[str, bool]]:
    """The words of a text, each with whether it is in nothing that took the text up.

    What an action says is told in our words, beside the words of the recommendation that it
    answers; so a word that is marked may live on in another.
    """
    kept = " ".join(f"{one.substance} {one.quote} {one.words}" for one in outcomes)
    stems = {word[:STEM] for word in WORD.findall(folded(kept))}
    pieces = re.split(r"(\s+)", text)
    return [(piece, bool(outcomes) and _is_lost(piece, stems)) for piece in pieces]


def _is_lost(piece: str, stems: set[str]) -> bool:
    words = WORD.findall(folded(piece))
    return bool(words) and all(word[:STEM] not in stems for word in words)
