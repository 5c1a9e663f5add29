"""Says why a selection of recommendations is empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gcm_kg.rdf.namespaces import GCM

if TYPE_CHECKING:
    from gcm_kg.knowledge_graph import KnowledgeGraph
    from gcm_kg.views.criteria import Criterion

NO_RECOMMENDATION = "the graph has no recommendation"


def why_none(
    known: KnowledgeGraph, wanted: Sequence[str | Criterion], *, family: bool = False
) -> list[str]:
    """How many recommendations meet each criterion of an empty selection alone, and all but it; of
    what none meets, how often the documents speak. A line each."""
    if not known.data.ask(f"ASK {{ ?part a <{GCM}Recommendation> }}"):
        return [NO_RECOMMENDATION]
    lines = []
    for one in known.alone(wanted, family=family):
        count = "1 recommendation" if one.alone == 1 else f"{one.alone} recommendations"
        lines.append(f"{one.criterion}: {count} alone, {one.without} without it")
        lines += [] if one.alone else known.mentioned(one.criterion)
    return lines + list(_paired(wanted))


def _paired(wanted: Sequence[str | Criterion]) -> Iterator[str]:
    """Which criteria have to be met by one statement."""
    from gcm_kg.views.criteria import criterion
    from gcm_kg.views.qualified_facets import QUALIFIED

    read = (criterion(one) if isinstance(one, str) else one for one in wanted)
    facets = {one.facet for one in read if not one.excluded}
    for key, of in QUALIFIED.items():
        if {key, of} <= facets:
            name = "function" if key == "use" else key
            yield f"a {name} is looked for of the {of} beside it, not of another one"
