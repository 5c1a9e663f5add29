"""Finds who answers a request, by its path."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from gcm_kg.querying.results import graph_text
from gcm_kg.serving.messages import Refused, Request, Response
from gcm_kg.serving.negotiation import GRAPHS, chosen, labelled
from gcm_kg.serving.served import Served
from gcm_kg.serving.sparql_protocol import sparql

Answering = Callable[[Request, Served], Response]
POSTED = frozenset({"/sparql", "/reconcile", "/reconcile/v1/match", "/reconcile/v1/extend", "/mcp"})
"""Paths to which something can be sent."""


PROBLEMS = {404: "Not here", 406: "Not in this format", 410: "No longer kept"}
"""What pages are called that say why there is nothing to show."""


def respond(request: Request, served: Served) -> Response:
    """The answer to a request, from the state of the graph that ``at`` names, or from this one.

    Raises Refused, and InputError for what it asks.
    """
    served = _of_state(request.one("at", served.digest), served)
    answering = _exact().get(request.path) or next(
        (found for start, found in _below().items() if request.path.startswith(start)), None
    )
    if answering is None:
        raise Refused(404, f"{request.path[:200]}: expected the path of something here")
    return answering(request, served)


def refusal(request: Request, served: Served, refused: Refused) -> Response:
    """A refusal as a page for people, and as one plain line for programs."""
    for_people = "text/html" in request.accept and request.path not in POSTED
    if not for_people:
        return refused.response()
    from gcm_kg.serving.pages.layout import page

    asked = replace(request, query="")  # what is wrong may be the parameters
    return page(
        "problem", asked, served, title=PROBLEMS.get(refused.status, "This cannot be shown"),
        status=refused.status, line=refused.line, headers=refused.headers,
    )  # fmt: skip


def _of_state(digest: str, served: Served) -> Served:
    """The graph in the state of a digest. Raises Refused for one that is not kept."""
    found = served if digest == served.digest else served.at(digest)
    if found is None:
        raise Refused(410, f"at: the state {digest[:20]!r} is not kept; this is {served.digest}")
    return found


def methods(path: str) -> tuple[str, ...]:
    """The methods that a path takes."""
    return ("GET", "HEAD", "POST", "OPTIONS") if path in POSTED else ("GET", "HEAD", "OPTIONS")


@cache
def _exact() -> dict[str, Answering]:
    from gcm_kg.serving.mcp import posted
    from gcm_kg.serving.openapi import openapi
    from gcm_kg.serving.pages import (
        directories,
        documents,
        home,
        outcomes,
        quality,
        query,
        questions,
        recommendations,
    )  # fmt: skip
    from gcm_kg.serving.reconciliation import reconcile

    pages: dict[str, Answering] = {
        "/": home.home,
        "/ask": questions.listing,
        "/compare": recommendations.compare,
        "/documents": documents.listing,
        "/find": home.find,
        "/openapi.json": openapi,
        "/quality": quality.quality,
        "/mcp": posted,
        "/query": query.query,
        "/search": home.search,
        "/reconcile": reconcile,
        "/recommendations": recommendations.recommendations,
        "/sparql": sparql,
        "/uptake": outcomes.uptake,
        "/.well-known/void": _void,
    }
    return {**pages, **{f"/{name}": directories.directory for name in directories.DIRECTORIES}}


@cache
def _below() -> dict[str, Answering]:
    """Who answers for the paths that begin so."""
    from gcm_kg.serving.pages import questions, recommendations, templated, things
    from gcm_kg.serving.reconciliation import below

    return {
        "/ask/": questions.ask,
        "/id/": things.thing,
        "/pages/": templated.templated,
        "/recommendations/": recommendations.recommendations,
        "/reconcile/": below,
        "/static/": _static,
    }


def _static(request: Request, served: Served) -> Response:
    """A file beside the pages. Raises Refused where there is none."""
    kinds = {
        "css": "text/css; charset=utf-8", "svg": "image/svg+xml", "wasm": "application/wasm",
        "js": "text/javascript; charset=utf-8", "txt": "text/plain; charset=utf-8",
    }  # fmt: skip
    folder = Path(__file__).parent / "static"
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.*")}
    file = files.get(request.path.removeprefix("/static/"))
    if file is None or file.suffix[1:] not in kinds:
        raise Refused(404, f"{request.path[:200]}: expected the name of a file here")
    return Response(file.read_bytes(), kinds[file.suffix[1:]])


def _void(request: Request, served: Served) -> Response:
    from gcm_kg.serving.description import void

    media_type, name = chosen(request.accept, request.one("format"), GRAPHS)
    text = graph_text(void(request.origin, served), name, lambda: served.context)
    return Response(text.encode(), labelled(media_type), headers={"Vary": "Accept"})
