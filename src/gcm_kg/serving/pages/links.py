"""Where pages link to: relative to the page, so that all of it works below any path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from gcm_kg.rdf.namespaces import BASE, GCM

if TYPE_CHECKING:
    from gcm_kg.serving.messages import Request
    from gcm_kg.serving.served import Served

SAFE = "/!~*'();:@&=+$,"
"""Characters of a path that need no escape (RFC 3986, section 3.3), as pages have them."""
HOME = "index"


@dataclass(frozen=True, slots=True)
class Links:
    """The links of a page at a path. In a site of files, pages are files that end in .html, there
    is no link with a query, and none to a thing that is not among those ``known``. What a page that
    was asked for ``at`` a state leads to is of that state, too."""

    path: str
    files: bool = False
    known: Set[str] = frozenset()
    at: str = ""

    @classmethod
    def of(cls, request: Request, served: Served) -> Links:
        """The links of the page that a request asks for."""
        return cls(request.path, served.files, served.paged, request.one("at"))

    @property
    def root(self) -> str:
        """The way up to where all is served."""
        return "../" * (self.path.count("/") - 1) or "./"

    def page(self, name: str, **query: str | Sequence[str]) -> str:
        """The address of a page of the given path, without the first slash."""
        address = self.root + quote(name, safe=SAFE)
        if self.files:
            return self.root + f"{quote(name or HOME, safe=SAFE)}.html"
        given = {key: value for key, value in query.items() if value}
        return address + _asked([*given.items(), *self._state])

    def file(self, name: str) -> str:
        """The address of a file beside the pages."""
        return self.root + quote(name, safe=SAFE)

    def with_query(self, name: str, query: Mapping[str, Sequence[str]]) -> str:
        """The address of a page with a query."""
        given = [(key, value) for key, values in query.items() for value in values]
        return self.root + quote(name, safe=SAFE) + _asked([*given, *self._state])

    @property
    def _state(self) -> list[tuple[str, str]]:
        return [("at", self.at)] if self.at else []

    def thing(self, iri: str) -> str:
        """The address of the page of a thing; what is not ours has its own address, and a term of
        the ontology none."""
        if iri.startswith(BASE):
            path = iri[len(BASE) :].partition("#")[0]  # pages have no such fragments
            if self.files and BASE + path not in self.known:
                return ""
            return self.page(f"id/{path}")
        if iri.startswith(GCM):
            return ""
        return iri if iri.startswith(("http://", "https://")) else ""

    def data(self, iri: str, ending: str) -> str:
        """The address of the data of a thing, in the format of an ending."""
        address = self.file(f"id/{iri[len(BASE) :]}.{ending}") + _asked(self._state)
        return address if iri.startswith(BASE) else ""


def _asked(pairs: Sequence[tuple[str, str | Sequence[str]]]) -> str:
    return "?" + urlencode(pairs, doseq=True) if pairs else ""


def text_fragment(exact: str, before: str = "", behind: str = "") -> str:
    """The fragment by which a browser shows words in a page (WICG, Scroll to Text Fragment)."""
    words = " ".join(exact.split())
    if not words:
        return ""
    pieces = words.split(" ")
    if len(pieces) > 12:
        text = f"{_escaped(' '.join(pieces[:5]))},{_escaped(' '.join(pieces[-5:]))}"
    else:
        text = _escaped(words)
    head = f"{_escaped(_last(before))}-," if _last(before) else ""
    tail = f",-{_escaped(_first(behind))}" if _first(behind) else ""
    return f"#:~:text={head}{text}{tail}"


def _escaped(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")


def _last(text: str) -> str:
    """The last whole words of what stands before; none where it ends within one."""
    return " ".join(text.split()[-2:]) if text[-1:].isspace() else ""


def _first(text: str) -> str:
    return " ".join(text.split()[:2][:1]) if text[:1].isspace() else ""
