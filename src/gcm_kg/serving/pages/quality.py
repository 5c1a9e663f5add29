"""How right and how complete the graph is: by gold tables, by readers, and what is left open."""

from __future__ import annotations

from typing import Any

from gcm_kg.errors import InputError
from gcm_kg.serving.kept import LISTED
from gcm_kg.serving.messages import Request, Response
from gcm_kg.serving.pages.layout import page
from gcm_kg.serving.served import Served

TOLD = {
    "cites": "cites a treaty or another text", "appliesPrinciple": "rests on a principle",
    "callsOn": "calls on somebody", "involves": "wants somebody involved",
    "namesActor": "names somebody", "benefits": "is for the sake of a group",
    "targets": "is against somebody", "hasTheme": "is about a theme",
    "requestsAction": "what is to be done", "requestsMeasure": "by what means",
    "strength": "how strongly it asks", "citationFunction": "what is asked of the text it cites",
    "polarity": "whether a theme is to be promoted or avoided", "condition": "under what condition",
    "purpose": "to what purpose", "assertion": "that somebody says something",
    "holder": "who says it", "support": "how many support it",
    "speechAct": "whether it is a call, a concern or a claim",
}  # fmt: skip
"""What people are told for the relations of gold tables."""


MOST = 300
"""Words and judgements that are shown."""


def quality(request: Request, served: Served) -> Response:
    """The page of figures: precision, recall and n of each relation."""
    makers, unresolved, judged = (served.assessed[name] for name in LISTED)
    return page(
        "quality", request, served, title="How right and how complete it is",
        tables=served.evaluations, told=TOLD, most=MOST, makers=makers, unresolved=unresolved,
        judged=judged,
    )  # fmt: skip


def evaluations(served: Served) -> list[dict[str, Any]]:
    """The figures by each gold table of the project; none for another graph than its own."""
    tables = []
    for gold in sorted((served.project.root / "data" / "gold").glob("*.tsv")):
        try:
            found = served.kg.evaluate(gold)
        except InputError:
            continue
        tables.append({"name": gold.stem, "evaluation": found})
    return tables
