"""The tools that agents are given: few, and each row of an answer with quote, place and link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gcm_kg.errors import InputError
from gcm_kg.serving import tool_answers
from gcm_kg.serving.served import Served
from gcm_kg.serving.tool_answers import Arguments


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: what it is for, what it is given, and what it does."""

    name: str
    description: str
    properties: dict[str, Any]
    required: tuple[str, ...]
    call: Callable[[Served, Arguments], dict[str, Any]]

    def told(self) -> dict[str, Any]:
        """The tool as agents are told of it."""
        schema = {
            "type": "object",
            "properties": self.properties,
            "required": list(self.required),
            "additionalProperties": False,
        }
        hints = {"readOnlyHint": True, "openWorldHint": False}
        return {
            "name": self.name, "description": self.description, "inputSchema": schema,
            "annotations": hints,
        }  # fmt: skip


def call(name: str, arguments: Arguments, served: Served) -> dict[str, Any]:
    """What a tool gives, with the digest of the state of the graph that it is from.

    Raises InputError, which says what was expected, for what cannot be done.
    """
    tool = next((one for one in TOOLS if one.name == name), None)
    if tool is None:
        known = " or ".join(one.name for one in TOOLS)
        raise InputError("the tool", known, repr(name)[:60], "call one of them")
    unknown = sorted(arguments.keys() - tool.properties.keys())
    if unknown or any(key not in arguments for key in tool.required):
        found = ", ".join(sorted(arguments)) or "nothing"
        raise InputError(name, ", ".join(tool.properties) or "no arguments", found, "correct it")
    return {"digest": served.digest, **tool.call(served, arguments)}


def _text(description: str) -> dict[str, str]:
    return {"type": "string", "description": description}


NUMBER = {"type": "integer", "minimum": 0}
TOOLS = (
    Tool(
        "list_questions",
        "The questions that can be asked about what UN consultations recommended, with their"
        " parameters. With 'about', those that fit your words, parameters filled in.",
        {"about": _text("what you want to know, in plain words")}, (), tool_answers.questions,
    ),
    Tool(
        "ask",
        "Answers one of the questions. Every row has the exact words of the document, where they"
        " stand (code points of the source) and a link: quote these, nothing else.",
        {
            "question": _text("its name, as list_questions gives it"),
            "parameters": {
                "type": "object",
                "description": "values by name: any name of a thing, or a list of names",
            },
            "limit": NUMBER, "offset": NUMBER,
        },
        ("question",), tool_answers.ask,
    ),
    Tool(
        "find", "The things (treaties, actors, themes, States …) that a name may mean.",
        {"name": _text("a name, acronym or code; misspellings are forgiven")}, ("name",),
        tool_answers.find,
    ),
    Tool(
        "search", "The parts of the documents in which words stand.",
        {"words": _text('words; "a phrase"; beginnings*; OR, NOT'), "limit": NUMBER},
        ("words",), tool_answers.search,
    ),
    Tool(
        "show", "What is known of a thing.", {"name": _text("any name of it")}, ("name",),
        tool_answers.show,
    ),
    Tool(
        "explain", "Why the graph says what it says of a part: words, rule or reader, reason.",
        {"part": _text("such as III.a.1"), "about": _text("a thing, to hear of it alone")},
        ("part",), tool_answers.explain,
    ),
    Tool(
        "trace", "What the adopted Global Compact made of a recommendation.",
        {"recommendation": _text("such as III.a.1")}, ("recommendation",), tool_answers.trace,
    ),
    Tool(
        "sparql", "Answers a SPARQL 1.1 query; prefixes gcm, skos, dcterms, oa, prov, id are known."
        " Read-only, at most 200 rows, ended after 10 seconds. Prefer ask.",
        {"query": _text("SELECT, ASK, CONSTRUCT or DESCRIBE")}, ("query",), tool_answers.sparql,
    ),
)  # fmt: skip
"""The tools; asking by name costs an agent less than to be told of each question."""
