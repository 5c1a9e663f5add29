"""Selections of recommendations as they stand in addresses: ``theme=…``, ``theme.all=…``,
``theme.not=…``, ``q=words``, ``sort=strength``."""

from __future__ import annotations

from collections.abc import Mapping

from gcm_kg.errors import InputError
from gcm_kg.rdf.namespaces import short
from gcm_kg.serving.messages import Refused, only
from gcm_kg.serving.served import Served
from gcm_kg.store.fulltext import search_graph
from gcm_kg.views.facet_rows import FACETS
from gcm_kg.views.facets import SORTS, Selection

HOWS = {"": "some", "all": "every", "not": "none"}
"""What stands behind the name of a facet, and what it chooses."""
BESIDE = frozenset({"q", "sort", "format", "limit", "offset", "vs", "at", "values"})
MOST_FOUND = 100_000
Query = dict[str, list[str]]


def selection(given: Mapping[str, list[str]], served: Served) -> Selection:
    """The selection that the parameters of an address make. Raises Refused for others."""
    chosen: dict[str, dict[str, tuple[str, ...]]] = {"some": {}, "every": {}, "none": {}}
    for name, values in given.items():
        key, _, how = name.partition(".")
        if name in BESIDE:
            continue
        if key not in served.facets.sets or how not in HOWS:
            known = ", ".join(facet.key for facet in FACETS)
            raise Refused(400, f"{name[:60]}: expected q, sort or one of {known}")
        try:
            found = [served.facets.value(key, value) for value in values if value]
        except InputError as error:
            raise Refused(400, str(error)) from None
        if found:
            chosen[HOWS[how]][key] = tuple(dict.fromkeys(found))
    sort = only(given, "sort") or SORTS[0]
    if sort not in (*SORTS, *served.facets.sets):
        raise Refused(400, f"sort: expected one of {', '.join(SORTS)} or a facet")
    words = only(given, "q").strip()
    return Selection(chosen["some"], chosen["every"], chosen["none"], words, sort)


def listed_by_value(key: str, value: str) -> str:
    """The path of the page of the recommendations that have a value of a facet."""
    return f"recommendations/{key}/{short(value)}"


def of_path(path: str) -> dict[str, list[str]]:
    """The parameters of a selection by its path, as ``listed_by_value`` gives it."""
    key, _, value = path.removeprefix("/recommendations").strip("/").partition("/")
    return {key: [value]} if key and value else {}


def query(chosen: Selection) -> Query:
    """The parameters of the address of a selection."""
    found: Query = {"q": [chosen.words]} if chosen.words else {}
    for how, name in HOWS.items():
        for key, values in getattr(chosen, name).items():
            found[f"{key}.{how}" if how else key] = [short(value) for value in values]
    if chosen.sort != SORTS[0]:
        found["sort"] = [chosen.sort]
    return found


def found_by_words(chosen: Selection, served: Served) -> int | None:
    """The set of the recommendations in which the words of a selection stand; None without any.

    Raises Refused for words that cannot be looked for.
    """
    if not chosen.words:
        return None
    try:
        hits = search_graph(served.graph, chosen.words, kind="recommendation", limit=MOST_FOUND)
    except InputError as error:
        raise Refused(400, str(error)) from None
    return served.facets.having([hit.part for hit in hits])


def with_value(given: Query, name: str, value: str) -> Query:
    """The parameters with one more value."""
    values = given.get(name, [])
    return given if value in values else {**given, name: [*values, value]}


def without(given: Query, name: str, value: str) -> Query:
    """The parameters without a value."""
    rest = [one for one in given.get(name, []) if one != value]
    kept = {key: values for key, values in given.items() if key != name}
    return {**kept, name: rest} if rest else kept


def moved(given: Query, old: str, new: str) -> Query:
    """The parameters with all values of one name under another."""
    kept = {key: values for key, values in given.items() if key != old}
    return {**kept, new: [*kept.get(new, []), *given.get(old, [])]}
