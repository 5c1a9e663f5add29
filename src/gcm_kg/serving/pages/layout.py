"""Fills templates: every page has the same frame, links of its own path, and no script in it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from gcm_kg.errors import missing
from gcm_kg.rdf.namespaces import short
from gcm_kg.serving.messages import Request, Response
from gcm_kg.serving.pages.links import SAFE, Links, text_fragment
from gcm_kg.serving.served import Served
from gcm_kg.text.numbers import plural

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).resolve().parents[1]
HTML = "text/html; charset=utf-8"
MENU = (
    ("documents", "Documents"),
    ("recommendations", "Recommendations"),
    ("uptake", "From draft to final"),
    ("instruments", "Treaties and texts"),
    ("actors", "Who"),
    ("ask", "Questions"),
    ("quality", "How right it is"),
    ("query", "Own query"),
)
"""The pages that every page leads to."""
CUT = 24
"""Code points: surroundings of words that are longer end anywhere, also within a word."""


@cache
def environment() -> Environment:
    """The templates. Raises InputError where Jinja2 is not installed."""
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError:
        raise missing("the pages", "jinja2", "serve") from None
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters |= {
        "short": short, "plural": plural, "fragment": text_fragment, "from_word": from_word,
        "to_word": to_word,
    }  # fmt: skip
    return made


def from_word(text: str) -> str:
    """What stands before some words, from its first whole word on."""
    return text.partition(" ")[2] or text if len(text) >= CUT else text


def to_word(text: str) -> str:
    """What stands behind some words, to its last whole word."""
    return text.rpartition(" ")[0] or text if len(text) >= CUT else text


def page(
    template: str, request: Request, served: Served, *, title: str, status: int = 200,
    headers: dict[str, str] | None = None, linked_data: Any = None, **filled: Any,
) -> Response:  # fmt: skip
    """A page: a template with what it is filled with, and data for search engines."""
    links = Links.of(request, served)
    body = environment().get_template(f"{template}.html").render(
        title=title, links=links, menu=MENU, here=request.path.strip("/").split("/")[0],
        digest=served.digest, dated=f"; {served.dated}" if served.dated else "",
        files=served.files,
        address=_cited(request, served) if status == 200 else "",
        linked_data=_data(linked_data), engine=served.engine, **filled,
    )  # fmt: skip
    found = {"Vary": "Accept", **(headers or {})}
    return Response(body.encode(), HTML, status, found, lasting=status == 200)


def _cited(request: Request, served: Served) -> str:
    """The address that gives this page again: with all that was asked for, in this state."""
    path = quote(request.path, safe=SAFE)
    if served.files:
        ending = "" if path.endswith("/") or not request.origin else ".html"
        return request.origin + path + ending
    asked = {name: values for name, values in request.parameters.items() if name != "at"}
    return f"{request.origin}{path}?{urlencode({**asked, 'at': [served.digest]}, doseq=True)}"


def _data(linked_data: Any) -> str:
    """JSON-LD that can stand in a page."""
    if linked_data is None:
        return ""
    text = json.dumps({"@context": "https://schema.org", **linked_data}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
