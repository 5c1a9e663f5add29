"""From draft to final: each recommendation beside what the adopted Compact made of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from operator import itemgetter, or_

from gcm_kg.serving.messages import Request, Response, number
from gcm_kg.serving.pages.layout import page
from gcm_kg.serving.pages.links import Links
from gcm_kg.serving.served import Served
from gcm_kg.text.folding import folded
from gcm_kg.views.uptake import DEGREES, Outcome

WORD = re.compile(r"[^\W\d_]{4,}")
"""Words that are looked for in what took a recommendation up; short ones say nothing alone."""
SHOWN = 50
"""Recommendations on a page."""
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
    """The page of the recommendations of which somebody has judged what became of them, with those
    of the same documents."""
    known, items = served.kg.documents, served.facets.items
    offset = number(request.parameters, "offset", 0, 10_000_000)
    limit = len(items) if served.files else SHOWN
    judged = served.outcomes
    of = served.facets.sets["document"].values()
    bits = served.facets.having(judged)
    looked_at = [document for document in of if document & bits]
    listed = served.facets.listed(reduce(or_, looked_at, bits))
    best = Counter(judged[i.iri][0].degree if i.iri in judged else "not judged" for i in listed)
    order = [*DEGREES, *sorted(best.keys() - set(DEGREES))]
    links = Links.of(request, served)
    followed = [
        Followed(
            item.iri,
            known.name(item.iri, item.identifier),
            lost(item.text, judged.get(item.iri, ())),
            judged.get(item.iri, ()),
        )
        for item in listed[offset : offset + limit]
    ]
    return page(
        "outcomes", request, served, title="From draft to final", followed=followed,
        counts=[(degree, best[degree]) for degree in order if best[degree]], total=len(listed),
        read=served.kg.ask("compact-parts-read").rows, offset=offset,
        others=len(items) - len(listed), unread=len(of) - len(looked_at),
        back=links.page("uptake", offset=str(max(offset - limit, 0))) if offset else "",
        further=links.page("uptake", offset=str(offset + limit))
        if offset + limit < len(listed) else "",
    )  # fmt: skip


def lost(text: str, outcomes: tuple[Outcome, ...]) -> list[tuple[str, bool]]:
    """The words of a text, each with whether it is in nothing that took the text up.

    What an action says is told in our words, beside the words of the recommendation that it
    answers; so a word that is marked may live on in another.
    """
    kept = " ".join(f"{one.substance} {one.quote} {one.words}" for one in outcomes)
    stems = {word[:STEM] for word in WORD.findall(folded(kept))}
    pieces = re.split(r"(\s+)", text)
    told = ((piece, bool(outcomes) and _is_lost(piece, stems)) for piece in pieces)
    return [("".join(p for p, _ in run), is_lost) for is_lost, run in groupby(told, itemgetter(1))]


def _is_lost(piece: str, stems: set[str]) -> bool:
    words = WORD.findall(folded(piece))
    return bool(words) and all(word[:STEM] not in stems for word in words)
