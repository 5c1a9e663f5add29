"""Finds who answers a request, by its path."""

from __future__ import annotations

from collections.abc import Callable

from gcm_kg.querying.results import graph_text
from gcm_kg.serving.messages import Refused, Request, Response
from gcm_kg.serving.negotiation import GRAPHS, chosen, labelled
from gcm_kg.serving.served import Served
from gcm_kg.serving.sparql_protocol import sparql

Answering = Callable[[Request, Served], Response]
POSTED = frozenset({"/sparql", "/reconcile", "/mcp"})
"""Paths to which something can be sent."""


def respond(request: Request, served: Served) -> Response:
    """The answer to a request. Raises Refused, and InputError for what it asks."""
    answering = _exact().get(request.path)
    if answering:
        return answering(request, served)
    raise Refused(404, f"{request.path[:200]}: expected the path of something here")


def methods(path: str) -> tuple[str, ...]:
    """The methods that a path takes."""
    return ("GET", "HEAD", "POST", "OPTIONS") if path in POSTED else ("GET", "HEAD", "OPTIONS")


def _exact() -> dict[str, Answering]:
    return {"/sparql": sparql, "/.well-known/void": _void}


def _void(request: Request, served: Served) -> Response:
    from gcm_kg.serving.description import void

    media_type, name = chosen(request.accept, request.one("format"), GRAPHS)
    text = graph_text(void(request.origin, served), name, lambda: served.context)
    return Response(text.encode(), labelled(media_type), headers={"Vary": "Accept"})
