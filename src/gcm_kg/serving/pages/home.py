"""The first page, and what is found for the words of its box."""

from __future__ import annotations

from gcm_kg.errors import InputError
from gcm_kg.serving.messages import Request, Response
from gcm_kg.serving.pages.layout import page
from gcm_kg.serving.served import Served
from gcm_kg.serving.suggestions import places, suggested
from gcm_kg.store.fulltext import BEGIN, END, Hit, search_graph

STARTS = (
    "recommendations-citing", "recommendations-for-population", "recommendations-by-theme",
    "recommendations-by-citation-function", "recommendations-dropped", "states-represented",
    "assertions-by-speech-act", "instruments-by-citations",
)  # fmt: skip
"""Questions with which somebody may begin."""
PHRASES = 10


def home(request: Request, served: Served) -> Response:
    """What this is, and where to begin."""
    questions = [served.kg.questions[name] for name in STARTS if name in served.kg.questions]
    data = {
        "@type": "Dataset", "name": "Knowledge graph of what UN consultations recommend",
        "description": "What the summaries of United Nations consultations recommend, with the"
        " words behind each statement.", "license": "https://creativecommons.org/licenses/by/4.0/",
    }  # fmt: skip
    return page(
        "home", request, served, title="What UN consultations recommend", questions=questions,
        total=len(served.facets.items), count=len(served.kg.questions), linked_data=data,
    )  # fmt: skip


def search(request: Request, served: Served) -> Response:
    """The page that finds without a server, in a site of files; else the way to the one with it."""
    if served.files:
        return page("search", request, served, title="Search")
    return Response(status=303, headers={"Location": request.origin + "/find"}, lasting=False)


def find(request: Request, served: Served) -> Response:
    """What there is for words: things, places, questions, and parts in which they stand."""
    text = request.one("q").strip()[:500]
    exact = served.names.exact(text)
    things = exact or served.names.near(text, 6)
    problem, hits = "", []
    try:
        hits = search_graph(served.graph, text, limit=PHRASES) if text else []
    except InputError as error:
        problem = str(error)
    return page(
        "find", request, served, title=f"Found for “{text}”" if text else "Find", text=text,
        things=[(one, _kind(one.iri, served)) for one in things] if text else [], exact=exact,
        places=places(text, served) if text else [],
        suggestions=suggested(text, served) if text else [], problem=problem,
        hits=[(hit, _snippet(hit)) for hit in hits],
    )  # fmt: skip


def _kind(iri: str, served: Served) -> str:
    """What a thing is, by the narrowest of its classes."""
    kinds = served.names.kinds[iri]
    narrow = [one for one in kinds if not (served.classes_below(one) - {one}) & kinds]
    return ", ".join(sorted(served.label(one) for one in narrow))


def _snippet(hit: Hit) -> list[tuple[str, bool]]:
    """A snippet in pieces, each with whether it was looked for."""
    pieces = []
    for piece in hit.snippet.split(BEGIN):
        marked, end, rest = piece.partition(END)
        pieces += [(marked, True), (rest, False)] if end else [(marked, False)]
    return [piece for piece in pieces if piece[0]]
