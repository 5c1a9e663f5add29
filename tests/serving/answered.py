"""Asks what is served, without a server."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from gcm_kg.serving.messages import Request, Response
from gcm_kg.serving.routes import respond
from gcm_kg.serving.served import Served

ORIGIN = "http://localhost"
HTML = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"
EMPTY = frozenset(
    "area base br col embed hr img input link meta source track wbr rect path".split()
)


def get(served: Served, address: str, accept: str = HTML) -> Response:
    """The response to a GET; raises Refused."""
    path, _, query = address.partition("?")
    return respond(Request("GET", path, query, accept, origin=ORIGIN), served)


def text(response: Response) -> str:
    """The page as text."""
    return response.body.decode()


class Page(HTMLParser):
    """A page read: its links, identifiers and words; raises AssertionError for tags that cross."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.feed(html)
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append((tag, found))
        self.links += [found["href"]] if tag == "a" and "href" in found else []
        self.ids += [found["id"]] if "id" in found else []
        if tag not in EMPTY and tag != "option":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag == "option":
            return
        assert self.open and self.open[-1] == tag, (tag, self.open[-4:], self.getpos())
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.words += data


def plain(html: str) -> str:
    """The words of a page on one line."""
    return re.sub(r"\s+", " ", Page(html).words)
