"""Finds who answers a request, by its path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gcm_kg.querying.results import graph_text
from gcm_kg.serving.messages import Refused, Request, Response
from gcm_kg.serving.negotiation import GRAPHS, chosen, labelled
from gcm_kg.serving.served import Served
from gcm_kg.serving.sparql_protocol import sparql

Answering = Callable[[Request, Served], Response]
POSTED = frozenset({"/sparql", "/reconcile", "/reconcile/v1/match", "/reconcile/v1/extend", "/mcp"})
"""Paths to which something can be sent."""


def respond(request: Request, served: Served) -> Response:
    """The answer to a request. Raises Refused, and InputError for what it asks."""
    answering = _exact().get(request.path)
    if answering:
        return answering(request, served)
    if request.path.startswith("/id/"):
        from gcm_kg.serving.pages.things import thing

        return thing(request, served)
    if request.path.startswith("/ask/"):
        from gcm_kg.serving.pages.questions import ask

        return ask(request, served)
    if request.path.startswith("/reconcile/"):
        from gcm_kg.serving.reconciliation import below

        return below(request, served)
    if request.path.startswith("/recommendations/"):
        from gcm_kg.serving.pages.recommendations import recommendations

        return recommendations(request, served)
    if request.path.startswith("/static/"):
        return _static(request.path)
    raise Refused(404, f"{request.path[:200]}: expected the path of something here")


def methods(path: str) -> tuple[str, ...]:
    """The methods that a path takes."""
    return ("GET", "HEAD", "POST", "OPTIONS") if path in POSTED else ("GET", "HEAD", "OPTIONS")


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


def _static(path: str) -> Response:
    """A file beside the pages. Raises Refused where there is none."""
    kinds = {"css": "text/css; charset=utf-8", "svg": "image/svg+xml", "js": "text/javascript"}
    name = path.removeprefix("/static/")
    file = Path(__file__).parent / "static" / name
    if not name.replace(".", "").replace("-", "").isalnum() or not file.is_file():
        raise Refused(404, f"{path[:200]}: expected the name of a file here")
    return Response(file.read_bytes(), kinds[file.suffix[1:]])


def _void(request: Request, served: Served) -> Response:
    from gcm_kg.serving.description import void

    media_type, name = chosen(request.accept, request.one("format"), GRAPHS)
    text = graph_text(void(request.origin, served), name, lambda: served.context)
    return Response(text.encode(), labelled(media_type), headers={"Vary": "Accept"})
