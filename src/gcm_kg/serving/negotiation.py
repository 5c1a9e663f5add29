"""Chooses the format of an answer by what the client accepts (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from gcm_kg.serving.messages import Refused

ROWS = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
}
"""Media types of rows and truth values, the first the one that is given to who takes anything."""
GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/n-quads": "nquads",
    "application/trig": "trig",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/x-turtle": "turtle",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "text/xml": "rdfxml",
    "text/plain": "ntriples",
}
"""Media types of graphs, the first the one that is given to who takes anything."""
HTML = "text/html"
OTHER_NAMES = {
    "json-ld": "jsonld",
    "rdf+xml": "rdfxml",
    "rdf": "rdfxml",
    "n3": "turtle",
    "ttl": "turtle",
    "nt": "ntriples",
    "nq": "nquads",
}
"""Other names of formats, as clients and the endings of files have them."""


def preferences(accept: str) -> list[tuple[str, float]]:
    """The media ranges of an Accept header with their weights; anything, where there is none."""
    found: list[tuple[str, float]] = []
    for item in accept.split(",")[:100]:
        name, *parameters = (piece.strip().lower() for piece in item.split(";"))
        if "/" not in name:
            continue
        weight = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        found.append((name, _weight(weight)))
    return found or [("*/*", 1.0)]


def _weight(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def quality(media_type: str, preferred: Sequence[tuple[str, float]]) -> float:
    """How much a media type is wanted: the weight of the most specific range that holds it."""
    ranges = dict(reversed(preferred))
    for name in (media_type, media_type.partition("/")[0] + "/*", "*/*"):
        if name in ranges:
            return ranges[name]
    return 0.0


def best(accept: str, offered: Sequence[str]) -> str:
    """The offered media type that is wanted most, the first of several; empty if none is wanted."""
    return _best(accept, tuple(offered))


@lru_cache(1_000)
def _best(accept: str, offered: tuple[str, ...]) -> str:
    preferred = preferences(accept)
    wanted = [(quality(name, preferred), -place) for place, name in enumerate(offered)]
    most, place = max(wanted, default=(0.0, 0))
    return offered[-place] if most > 0 else ""


def chosen(accept: str, form: str, offered: Mapping[str, str]) -> tuple[str, str]:
    """The media type of an answer, and its format: by ``form``, the name of a format or a media
    type, where that is given, else by what is accepted.

    Raises Refused where the two do not meet.
    """
    if form:
        wanted = OTHER_NAMES.get(form, form)
        for media_type, name in offered.items():
            if wanted in (name, media_type) or media_type == f"application/{wanted}":
                return media_type, name
        names = ", ".join(dict.fromkeys(offered.values()))
        raise Refused(406, f"format: expected one of {names}, found {form[:40]!r}")
    media_type = best(accept, list(offered))
    if not media_type:
        raise Refused(406, f"Accept: expected one of {', '.join(offered)}, or */*")
    return media_type, offered[media_type]


def labelled(media_type: str) -> str:
    """The media type as a header has it: that of a text with its encoding."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
