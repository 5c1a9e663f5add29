"""The recommendations by what is known of them: chosen, counted, compared and taken home."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from gcm_kg.rdf.namespaces import short
from gcm_kg.serving.messages import Refused, Request, Response, fields, number, only
from gcm_kg.serving.negotiation import HTML, OTHER_NAMES, best, labelled
from gcm_kg.serving.pages.layout import page
from gcm_kg.serving.pages.links import Links
from gcm_kg.serving.pages.selections import (
    HOWS,
    Query,
    found_by_words,
    listed_by_value,
    moved,
    of_path,
    query,
    selection,
    with_value,
    without,
)
from gcm_kg.serving.pages.tables import EXPORTS, exported
from gcm_kg.serving.served import Served
from gcm_kg.views.facet_rows import FACETS, Item
from gcm_kg.views.facets import SORTS, Selection

SHOWN = 50
"""Recommendations on a page."""
OFFERED = 60
"""Values of a facet that are offered, unless all of it are asked for."""
MOST = 10_000_000
WORDS = {"some": "any of", "every": "all of", "none": "without"}


@dataclass(frozen=True, slots=True)
class Offered:
    """A value that can be chosen, with the addresses of lists with and without it."""

    label: str
    count: int
    address: str
    address_without: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice that was made, with the addresses of lists without it and with its opposite."""

    facet: str
    how: str
    label: str
    undone: str
    other: str
    other_address: str


def recommendations(request: Request, served: Served) -> Response:
    """The page of the selected recommendations, or their table as data. Raises Refused."""
    given = {**of_path(request.path), **request.parameters}
    chosen = selection(given, served)
    found = found_by_words(chosen, served)
    bits = served.facets.selected(chosen, found)
    items = served.facets.listed(bits, chosen.sort)
    kind = _kind(request)
    if kind != HTML:
        body = exported(items, kind, served)
        name = f"recommendations.{EXPORTS[kind]}"
        headers = {"Vary": "Accept", "Content-Disposition": f'inline; filename="{name}"'}
        return Response(body, labelled(kind), headers=headers)
    offset = number(given, "offset", 0, MOST)
    limit = number(given, "limit", MOST if served.files else SHOWN, MOST)
    links, base = Links.of(request, served), query(chosen)
    vs = request.one("vs")

    def turned(place: int) -> str:
        return _address(links, base, vs, offset=[str(place)])

    return page(
        "recommendations", request, served, title=_titled(served, base), total=len(items),
        items=items[offset : offset + limit], offset=offset, all=len(served.facets.items),
        facets=_offered(served, chosen, found, base, links, vs, only(given, "values")),
        chips=_chips(served, base, links, vs), tags=lambda item: _tags(served, item),
        chosen=chosen, hidden=_hidden(base), sorts=SORTS, exports=EXPORTS,
        export=lambda ending: links.with_query("recommendations", {**base, "format": [ending]}),
        further=turned(offset + limit) if offset + limit < len(items) else "",
        back=turned(max(offset - limit, 0)) if offset else "", named=served.kg.documents.name,
        keep=_address(links, {}, urlencode(base, doseq=True)), vs=vs,
        compare=links.with_query("compare", {"left": [vs], "right": [urlencode(base, doseq=True)]}),
    )  # fmt: skip


def _kind(request: Request) -> str:
    """The media type that is wanted. Raises Refused."""
    form = request.one("format")
    form = {"xls": "xlsx"}.get(form, OTHER_NAMES.get(form, form))
    if form and form != "html":
        for media_type, ending in EXPORTS.items():
            if form in (ending, media_type, {"ttl": "turtle"}.get(ending)):
                return media_type
        raise Refused(406, f"format: expected one of {', '.join(EXPORTS.values())}")
    if form:
        return HTML
    wanted = best(request.accept, [HTML, *EXPORTS])
    if not wanted:
        raise Refused(406, f"Accept: expected one of {HTML}, {', '.join(EXPORTS)}")
    return wanted


def _address(links: Links, base: Query, vs: str = "", **more: list[str]) -> str:
    """The address of a selection; among files only one value has a page, or none at all."""
    if links.files:
        pairs = [(name, value) for name, values in base.items() for value in values]
        if more or len(pairs) > 1 or any("." in name or name == "q" for name, _ in pairs):
            return ""
        return links.page(listed_by_value(*pairs[0]) if pairs else "recommendations")
    kept = {"vs": [vs]} if vs else {}
    return links.with_query("recommendations", {**base, **more, **kept})


def _offered(
    served: Served,
    chosen: Selection,
    found: int | None,
    base: Query,
    links: Links,
    vs: str,
    shown: str,
) -> list[tuple[str, list[Offered], str, int]]:
    """What can be chosen further, by facet, with the address of a list of all values where there
    are more than are offered."""
    choices = served.facets.choices(chosen, found)
    made = []
    for facet in FACETS:
        offered = choices[facet.key]
        whole = served.files or facet.key == shown
        values = [
            Offered(
                choice.label, choice.count,
                _address(links, with_value(base, facet.key, short(choice.value)), vs),
                _address(links, with_value(base, f"{facet.key}.not", short(choice.value)), vs),
                choice.value in chosen.some.get(facet.key, ())
                or choice.value in chosen.every.get(facet.key, ()),
            )
            for choice in (offered if whole else offered[:OFFERED])
        ]  # fmt: skip
        if values and not _is_of_all(served, facet.key):
            more = len(offered) - len(values)
            to = _address(links, base, vs, values=[facet.key]) if more else ""
            made.append((facet.label, values, to, len(offered)))
    return made


def _is_of_all(served: Served, key: str) -> bool:
    """Whether a facet has one value alone, which all recommendations have: it chooses nothing."""
    return list(served.facets.sets[key].values()) == [served.facets.all]


def _chips(served: Served, base: Query, links: Links, vs: str) -> list[Chip]:
    """The choices that were made."""
    labels = {facet.key: facet.label for facet in FACETS}
    found = []
    for name, values in base.items():
        key, _, how = name.partition(".")
        if key not in labels:
            continue
        for value in values:
            label = served.facets.labels.get(served.facets.value(key, value), value)
            turned = key if how == "all" else f"{key}.all"
            several = how != "not" and len(values) > 1
            found.append(
                Chip(
                    labels[key], WORDS[HOWS[how]] if how or len(values) > 1 else "", label,
                    _address(links, without(base, name, value), vs),
                    ("any of these" if how == "all" else "all of these") if several else "",
                    _address(links, moved(base, name, turned), vs),
                )
            )  # fmt: skip
    return found


def _hidden(base: Query) -> list[tuple[str, str]]:
    """What a form keeps of the address."""
    return [(n, value) for n, values in base.items() if n not in ("q", "sort") for value in values]


def _tags(served: Served, item: Item) -> list[tuple[str, str]]:
    """What is shown beside a recommendation: its treaties and its outcome."""
    shown = []
    for key in ("instrument", "fate"):
        labels = served.facets.labels
        before = "in the Compact: " if key == "fate" else ""
        iris = served.facets.iris(item, key)
        shown += [(iri, before + labels.get(iri, short(iri))) for iri in iris]
    return shown


def compare(request: Request, served: Served) -> Response:
    """Two selections side by side, value by value. Raises Refused."""
    sides = []
    for name in ("left", "right"):
        chosen = selection(fields(request.one(name)), served)
        bits = served.facets.selected(chosen, found_by_words(chosen, served))
        sides.append((chosen, bits, query(chosen)))
    links = Links.of(request, served)
    rows = []
    for facet in FACETS:
        counted = [
            (served.facets.labels.get(value, short(value)), *_shares(value_bits, sides))
            for value, value_bits in served.facets.sets[facet.key].items()
        ]
        counted = [row for row in counted if row[1] or row[2]]
        counted.sort(key=lambda row: (-row[1] - row[2], row[0]))
        if counted:
            rows.append((facet.label, counted))
    titles = [_title(served, base) for _, _, base in sides]
    return page(
        "compare", request, served, title=f"{titles[0]} beside {titles[1]}", titles=titles,
        totals=[bits.bit_count() for _, bits, _ in sides], rows=rows,
        both=(sides[0][1] & sides[1][1]).bit_count(),
        addresses=[links.with_query("recommendations", base) for _, _, base in sides],
    )  # fmt: skip


def _shares(value: int, sides: list[tuple[Selection, int, Query]]) -> tuple[int, int]:
    left, right = ((value & bits).bit_count() for _, bits, _ in sides)
    return left, right


def _titled(served: Served, base: Query) -> str:
    """What the page of a selection is called."""
    named = {name: values for name, values in base.items() if name != "sort"}
    return f"Recommendations: {_title(served, named)}" if named else "Recommendations"


def _title(served: Served, base: Query) -> str:
    """A selection in words."""
    words = []
    for name, values in base.items():
        key, _, how = name.partition(".")
        if key == "q":
            words += [f"“{value}”" for value in values]
        elif key in served.facets.sets:
            labels = [served.facets.labels.get(served.facets.value(key, v), v) for v in values]
            joint = {"": " or ", "all": " and ", "not": " or "}[how]
            words.append(("not " if how == "not" else "") + joint.join(labels))
    return ", ".join(words) or "all recommendations"
