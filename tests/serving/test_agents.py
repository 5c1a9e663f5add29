"""Agents: the Model Context Protocol, the tools, and the proof of what they quote."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from serving.answered import ORIGIN, get

from gcm_kg.cli.main import main
from gcm_kg.errors import InputError
from gcm_kg.serving.mcp import answered, run
from gcm_kg.serving.messages import Refused, Request
from gcm_kg.serving.routes import respond
from gcm_kg.serving.served import Served
from gcm_kg.serving.tools import TOOLS, call


def sent(served: Served, method: str, **given: Any) -> dict[str, Any]:
    message = {"jsonrpc": "2.0", "id": 1, "method": method, "params": given}
    reply: dict[str, Any] = json.loads(answered(json.dumps(message), served))
    return reply


def called(served: Served, tool: str, **given: Any) -> dict[str, Any]:
    found: dict[str, Any] = sent(served, "tools/call", name=tool, arguments=given)["result"]
    return found


def test_an_agent_is_greeted_in_its_revision_and_told_of_few_tools(served: Served) -> None:
    greeting = sent(served, "initialize", protocolVersion="2025-03-26", capabilities={})
    assert greeting["result"]["protocolVersion"] == "2025-03-26"
    assert sent(served, "initialize", protocolVersion="1999")["result"]["protocolVersion"] > "2025"
    tools = sent(served, "tools/list")["result"]["tools"]
    assert [tool["name"] for tool in tools] == [tool.name for tool in TOOLS]
    assert len(json.dumps(tools)) < 6_000
    assert sent(served, "ping")["result"] == {}
    assert sent(served, "resources/list")["error"]["code"] == -32601


@pytest.mark.parametrize("text", ["nonsense", "[1]", "{}", '{"jsonrpc":"2.0","id":1,"params":[]}'])
def test_what_is_no_message_is_told_so(served: Served, text: str) -> None:
    reply = answered(text, served)
    assert not reply or "expected" in reply


def test_nothing_is_said_to_a_notice_and_a_stream_is_answered_line_by_line(served: Served) -> None:
    assert answered('{"jsonrpc":"2.0","method":"notifications/initialized"}', served) == ""
    lines = '\n{"jsonrpc":"2.0","id":7,"method":"ping"}\n{"jsonrpc":"2.0","method":"x"}\n'
    outgoing = io.StringIO()
    run(io.StringIO(lines), outgoing, served)
    assert [json.loads(line)["id"] for line in outgoing.getvalue().splitlines()] == [7]


def test_each_row_has_its_words_their_place_and_a_link(served: Served) -> None:
    found = called(
        served, "ask", question="recommendations-citing", parameters={"instrument": "UNTOC"}
    )
    answer = found["structuredContent"]
    assert json.loads(found["content"][0]["text"]) == answer
    for row in answer["rows"]:
        assert row["link"].startswith("https://") and row["quote"]
        assert len(answer["sources"][row["source"]]) == 64


def test_a_mistake_is_told_to_the_agent_with_what_was_meant(served: Served) -> None:
    for tool, given, line in (
        ("ask", {"question": "recommendations-citing", "parameters": {"instrument": "UNTOK"}},
         "did you mean UNTOC"),
        ("ask", {"question": "recommendation-citing"}, "did you mean recommendations-citing"),
        ("ask", {}, "expected question"),
        ("ask", {"question": "panels", "limit": "many"}, "a whole number"),
        ("sparql", {"query": "SELECT * { SERVICE <http://127.0.0.1:9/> {} }"}, "this graph alone"),
        ("sparql", {"query": "DELETE WHERE { ?s ?p ?o }"}, "it reads only"),
        ("nothing", {}, "expected list_questions or ask"),
        ("show", {"name": "xyzzy qwv"}, "expected the name of a thing"),
    ):  # fmt: skip
        found = called(served, tool, **given)
        assert found["isError"] and line in found["content"][0]["text"]


def test_the_other_tools_find_explain_trace_and_query(served: Served) -> None:
    served.confined = True
    assert (
        call("find", {"name": "Palermo Convention"}, served)["things"][0]["id"]
        == "instrument/untoc"
    )
    assert call("search", {"words": "debt bondage"}, served)["rows"][0]["identifier"]
    assert "short name" not in call("show", {"name": "UNTOC"}, served)["known"]
    reasons = call("explain", {"part": "III.a.1", "about": "UNTOC"}, served)["rows"]
    assert {row["functionLabel"] for row in reasons} == {"ratify", "implement"}
    assert call("trace", {"recommendation": "III.a.1"}, served)["outcomes"][0]["degree"]
    asked = call("sparql", {"query": "ASK { ?x a gcm:Theme }"}, served)
    assert asked["answer"] is True
    likely = call("list_questions", {"about": "who moderated the panels"}, served)["questions"]
    assert "panels" in [one["name"] for one in likely]
    assert len(call("list_questions", {}, served)["questions"]) == len(served.kg.questions)
    empty = call(
        "ask", {"question": "recommendations-citing", "parameters": {"instrument": "CEDAW"}}, served
    )
    assert empty["rows"] == [] and "no row" in empty["none"]


def test_agents_can_post_their_messages(served: Served) -> None:
    body = b'{"jsonrpc":"2.0","id":1,"method":"ping"}'
    response = respond(Request("POST", "/mcp", body=body, origin=ORIGIN), served)
    assert json.loads(response.body)["result"] == {}
    with pytest.raises(Refused):
        get(served, "/mcp")


@pytest.mark.parametrize(
    ("question", "parameters"),
    [
        ("recommendations-citing", {"instrument": ["UNTOC", "Smuggling Protocol"]}),
        ("passages-mentioning", {"thing": "UNTOC"}),
        ("assertions-by-holder", {}),
    ],
)
def test_what_an_agent_quotes_can_be_proved(
    served: Served, tmp_path: Path, question: str, parameters: dict[str, Any]
) -> None:
    answer = call("ask", {"question": question, "parameters": parameters}, served)
    found = served.kg.verify(answer)
    assert found.quotes and not found.problems
    wrong = json.loads(json.dumps(answer))
    wrong["rows"][0]["quote"] += " forthwith"
    wrong["digest"] = "another"
    assert len(served.kg.verify(wrong).problems) == 3
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"structuredContent": wrong}), "utf-8")
    result = CliRunner().invoke(main, ["verify", str(path)])
    assert result.exit_code == 1 and "does not stand at" in result.output


def test_the_answer_of_an_address_can_be_proved_too(served: Served) -> None:
    body = get(served, "/ask/passages-mentioning?thing=UNTOC", "application/json").body
    assert served.kg.verify(json.loads(body)).problems == ()
    with pytest.raises(InputError, match="expected rows"):
        served.kg.verify({"nothing": 1})


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"text": "Denounce UNTOC"}, "is not the text of"), ({"end": 10**9}, "does not stand at"),
        ({"identifier": "III.a.2"}, "is not the identifier of"), ({"start": None}, "no numbers"),
        ({"functionLabel": "denounce"}, "does not give it"),
        ({"recommendation": "https://w3id.org/gcm-kg/id/none"}, "is nothing in this graph"),
    ],
    ids=["words", "end", "place", "start", "what it asks", "part"],
)  # fmt: skip
def test_an_answer_that_was_changed_is_not_proved(
    served: Served, changed: dict[str, Any], told: str
) -> None:
    given = {"question": "recommendations-citing", "parameters": {"instrument": "UNTOC"}}
    answer = call("ask", given, served)
    answer["rows"][1] |= changed
    found = served.kg.verify(answer)
    assert any(told in problem for problem in found.problems)
    assert all(problem.startswith("row 2: ") for problem in found.problems)


def test_quotes_without_a_place_and_snippets_can_be_proved(served: Served) -> None:
    for tool, given in (
        ("ask", {"question": "recommendations-against"}), ("search", {"words": "debt bondage"}),
    ):  # fmt: skip
        answer = call(tool, given, served)
        found = served.kg.verify(answer)
        assert found.quotes == len(answer["rows"]) and not found.problems
        name = "quote" if tool == "ask" else "snippet"
        answer["rows"][0][name] += " forthwith"
        assert served.kg.verify(answer).problems


@pytest.mark.parametrize("rows", [[], [{"start": 1}]])
def test_an_answer_of_which_nothing_can_be_checked_says_so(
    served: Served, rows: list[dict[str, object]]
) -> None:
    found = served.kg.verify({"rows": rows})
    assert found.quotes == 0 and len(found.problems) == 1
    assert ("no row has a quote" in found.problems[0]) == bool(rows)
