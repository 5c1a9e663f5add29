"""What a worker makes of what goes wrong: a page for people, a line for programs."""

from __future__ import annotations

import pytest
from serving.answered import HTML, ORIGIN, Page

from gcm_kg.errors import InputError
from gcm_kg.serving.messages import Refused, Request, Response
from gcm_kg.serving.routes import respond
from gcm_kg.serving.served import Served
from gcm_kg.serving.worker import _answer


def test_a_refusal_is_a_page_for_people_and_a_line_for_programs(served: Served) -> None:
    for accept, kind in ((HTML, "text/html"), ("text/csv", "text/plain")):
        request = Request("GET", "/recommendations", "colour=red", accept, origin=ORIGIN)
        response = _answer(request, served, respond)
        assert response.status == 400 and response.content_type.startswith(kind)
        assert not response.lasting and b"expected q, sort or one of document" in response.body
    assert Page(response.body.decode()).open == []


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("/", "q=%ff", 400), ("/find", "&".join(["a=1"] * 300), 400), ("/", "at=a&at=b", 400),
        ("/quality", "at=0123456789abcdef", 410), (f"/static/{'a' * 300}.css", "", 404),
        ("/static/../served.py", "", 404), (f"/pages/{'a' * 300}", "", 404),
    ],
)  # fmt: skip
def test_whatever_is_wrong_with_an_address_is_said_on_a_page(
    served: Served, path: str, query: str, status: int
) -> None:
    response = _answer(Request("GET", path, query, HTML, origin=ORIGIN), served, respond)
    assert (response.status, response.content_type[:9]) == (status, "text/html")
    page = Page(response.body.decode())
    assert page.links and not any("at=" in link for link in page.links)


def test_what_input_or_memory_does_not_bear_is_a_status(served: Served) -> None:
    def wrong(request: Request, served: Served) -> Response:
        raise InputError("here", "this", "that", "mend it")

    def much(request: Request, served: Served) -> Response:
        raise MemoryError

    request = Request("GET", "/sparql", accept=HTML, origin=ORIGIN)
    assert _answer(request, served, wrong).status == 400
    assert _answer(request, served, much).status == 503


def test_messages_survive_their_framing() -> None:
    request = Request("POST", "/ü", "a=1", "*/*", "text/plain", b"\0\xff", ORIGIN)
    head = request.packed()[8:]
    assert b'"/\xc3\xbc"' in head and head.endswith(b"\0\xff")
    refused = Refused(503, "two\nlines", Retry_After="5").response()
    assert (refused.body, refused.headers) == (b"two lines\n", {"Retry-After": "5"})


def test_a_fault_of_ours_is_told_as_one_and_noted(
    served: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(request: Request, served: Served) -> Response:
        raise ZeroDivisionError(request.path)

    response = _answer(Request("GET", "/themes"), served, fails)
    assert response.status == 500
    assert response.body == b"/themes: a fault of the server; it is noted\n"
    assert not response.lasting
    assert "ZeroDivisionError: /themes" in capsys.readouterr().err
