"""Pages that are a template and a question, and nothing else: those in ``templates/pages``."""

from __future__ import annotations

import re

from gcm_kg.errors import InputError
from gcm_kg.serving.messages import Refused, Request, Response
from gcm_kg.serving.pages.answers import table
from gcm_kg.serving.pages.layout import HERE, page
from gcm_kg.serving.pages.links import Links
from gcm_kg.serving.served import Served

FOLDER = HERE / "templates" / "pages"
# Is “{# question: themes-together #}”, not “{# a note #}”.
QUESTION = re.compile(r"\{#\s*question:\s*([a-z0-9-]+)\s*#\}")
TITLE = re.compile(r"\{#\s*title:\s*(.+?)\s*#\}")
BESIDE = frozenset({"at", "limit", "offset"})


def templated(request: Request, served: Served) -> Response:
    """The page of a template with the rows of its question. Raises Refused where there is none."""
    name = request.path.removeprefix("/pages/")
    path = FOLDER / f"{name}.html"
    if name not in {known.stem for known in FOLDER.glob("*.html")}:
        raise Refused(404, f"{request.path[:200]}: expected the name of a page")
    text = path.read_text("utf-8")
    asked = QUESTION.search(text)
    if not asked:
        raise Refused(500, f"{path.name}: expected {{# question: NAME #}} in it")
    values = {k: [v for v in vs if v] for k, vs in request.parameters.items() if k not in BESIDE}
    try:
        answer = served.kg.ask(asked[1], **values)  # type: ignore[arg-type]
        question = served.kg.questions[asked[1]]
    except InputError as error:
        raise Refused(400, str(error)) from None
    heads, rows = table(answer, Links.of(request, served))
    title = TITLE.search(text)
    return page(
        f"pages/{name}", request, served, title=title[1] if title else question.summary,
        question=question, heads=heads, rows=rows, answer=answer.rows,
    )  # fmt: skip
