"""How right and how complete the graph is: by gold tables, by readers, and what is left open."""

from __future__ import annotations

from typing import Any

from gcm_kg.errors import InputError
from gcm_kg.serving.messages import Request, Response
from gcm_kg.serving.pages.layout import page
from gcm_kg.serving.served import Served


def quality(request: Request, served: Served) -> Response:
    """The page of figures: precision, recall and n of each relation."""
    ask = served.kg.ask
    makers = ask("statements-by-maker").rows
    unresolved = ask("unresolved-mentions").rows
    judged = ask("judgements").rows
    return page(
        "quality", request, served, title="How right and how complete it is",
        tables=served.evaluations, makers=makers, unresolved=unresolved, judged=judged,
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
