"""The Model Context Protocol, by which agents call tools: over a pair of streams, or by POST.

Messages are JSON-RPC 2.0, one a line (revision 2025-06-18, "stdio" and "Streamable HTTP"). Nothing
is kept between messages, so there are no sessions.
"""

from __future__ import annotations

import json
from typing import IO, Any

from gcm_kg.errors import InputError
from gcm_kg.serving.messages import Refused, Request, Response
from gcm_kg.serving.served import Served
from gcm_kg.serving.tools import TOOLS, call

VERSIONS = ("2025-06-18", "2025-03-26", "2024-11-05")
"""The revisions of the protocol, the newest first."""
INSTRUCTIONS = (
    "What United Nations consultations recommended, as a graph in which every statement has its"
    " words. Call list_questions with what you want to know, then ask. Quote only the words of"
    " 'quote' and 'text', with their place. An answer can be checked with: gcm-kg verify FILE."
)
PARSE, INVALID, METHOD, PARAMETERS = -32700, -32600, -32601, -32602
"""Codes of errors (JSON-RPC 2.0, section 5.1)."""
LONGEST = 1_000_000
"""Characters of a message."""


def answered(text: str, served: Served) -> str:
    """The reply to a message, or to a list of them, as JSON; nothing where none is due."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return json.dumps(_error(None, PARSE, "expected JSON"))
    if isinstance(message, list):
        replies = [reply for one in message if (reply := _reply(one, served)) is not None]
        return json.dumps(replies, ensure_ascii=False) if replies else ""
    reply = _reply(message, served)
    return "" if reply is None else json.dumps(reply, ensure_ascii=False)


def _reply(message: Any, served: Served) -> dict[str, Any] | None:
    if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
        return _error(None, INVALID, "expected a message of JSON-RPC 2.0")
    if "method" not in message:
        return None  # a reply to us, who ask nothing
    method, given = message["method"], message.get("params") or {}
    if "id" not in message:
        return None
    if not isinstance(given, dict):
        return _error(message["id"], PARAMETERS, "expected params as an object")
    result = _result(str(method), given, served)
    if result is None:
        return _error(message["id"], METHOD, f"expected another method than {str(method)[:60]}")
    return {"jsonrpc": "2.0", "id": message["id"], "result": result}


def _result(method: str, given: dict[str, Any], served: Served) -> dict[str, Any] | None:
    """What a method gives; None for one that is not known."""
    if method == "initialize":
        wanted = given.get("protocolVersion")
        return {
            "protocolVersion": wanted if wanted in VERSIONS else VERSIONS[0],
            "capabilities": {"tools": {}},
            "serverInfo": {"name": "gcm-kg", "version": served.digest},
            "instructions": INSTRUCTIONS,
        }
    if method == "tools/list":
        return {"tools": [tool.told() for tool in TOOLS]}
    if method == "tools/call":
        return _called(given, served)
    return {} if method == "ping" else None


def _called(given: dict[str, Any], served: Served) -> dict[str, Any]:
    """The result of a tool; a mistake is told to the agent, who can mend it."""
    arguments = given.get("arguments") or {}
    try:
        if not isinstance(arguments, dict):
            raise InputError("arguments", "an object", type(arguments).__name__, "correct it")
        found = call(str(given.get("name")), arguments, served)
    except InputError as error:
        return {"content": [{"type": "text", "text": str(error)}], "isError": True}
    text = json.dumps(found, ensure_ascii=False)
    return {
        "content": [{"type": "text", "text": text}],
        "structuredContent": found,
        "isError": False,
    }


def _error(identifier: Any, code: int, line: str) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": identifier, "error": {"code": code, "message": line}}


def posted(request: Request, served: Served) -> Response:
    """The reply to a message that is posted. Raises Refused for anything else."""
    if request.method != "POST":
        raise Refused(405, "mcp: expected POST; nothing is sent unasked", Allow="POST, OPTIONS")
    try:
        text = request.body.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400, "mcp: expected text in UTF-8") from None
    reply = answered(text, served)
    status = 200 if reply else 202
    return Response(reply.encode(), "application/json", status, lasting=False)


def run(incoming: IO[str], outgoing: IO[str], served: Served) -> None:
    """Answers the messages of a stream, a line each, until it ends."""
    while line := incoming.readline(LONGEST):
        if line.strip():
            reply = answered(line, served)
            if reply:
                outgoing.write(reply + "\n")
                outgoing.flush()
