"""Cuts SPARQL text into tokens, so that nothing inside a string or comment is ever replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

TOKEN = re.compile(
    r'(?P<string>"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*')"
    r'|(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)'
    r"|(?P<comment>\#[^\n\r]*)"
    r"|(?P<variable>[?$]\w+)"
    r"|(?P<word>[A-Za-z_][\w-]*(?=\s*[^:\w-]|\s*\Z))"
    r"|(?P<name>[\w.-]*:[\w.%\\~-]*)"
    r"|(?P<other>\s+|.)",
    re.DOTALL,
)
"""The terminals of SPARQL 1.1 (section 19.8) as far as they must be told apart."""


def tokens(sparql: str) -> Iterator[tuple[str, str]]:
    """Kind and text of each token; joined, the texts are the query again."""
    for match in TOKEN.finditer(sparql):
        yield match.lastgroup or "other", match[0]


def parameters(sparql: str) -> list[str]:
    """The grlc parameter variables of a query, in order: ?_name and ?__name with their suffixes."""
    found = (text[1:] for kind, text in tokens(sparql) if kind == "variable")
    return list(dict.fromkeys(name for name in found if name.startswith("_")))


def substituted(sparql: str, terms: dict[str, str]) -> str:
    """The query with terms, in N-Triples syntax, in place of variables (named without the mark)."""
    return "".join(
        terms.get(text[1:], text) if kind == "variable" else text for kind, text in tokens(sparql)
    )


def words(sparql: str) -> set[str]:
    """The keywords and other bare words of a query, in capitals."""
    return {text.upper() for kind, text in tokens(sparql) if kind == "word"}
