"""Cuts SPARQL text into tokens, so that nothing inside a string or comment is ever replaced."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from gcm_kg.iris import PREFIXES

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


def substituted(sparql: str, terms: Mapping[str, Sequence[str]]) -> str:
    """The query with terms, in N-Triples syntax, for variables (named without the mark).

    A single term takes the place of its variable. Of several, each is to be tried: every group
    that uses the variable begins with a VALUES block of them (SPARQL 1.1, section 10.2), and the
    query becomes SELECT DISTINCT, because one row can come from two of them.
    """
    single = {name: values[0] for name, values in terms.items() if len(values) == 1}
    several = {name: values for name, values in terms.items() if len(values) > 1}
    pieces = [
        single.get(text[1:], text) if kind == "variable" else text for kind, text in tokens(sparql)
    ]
    if not several:
        return "".join(pieces)
    for place, names in _groups(sparql, several.keys()).items():
        blocks = (f" VALUES ?{name} {{ {' '.join(several[name])} }}" for name in sorted(names))
        pieces[place] += "".join(blocks)
    return "".join(_distinct(pieces))


def _groups(sparql: str, names: Collection[str]) -> dict[int, set[str]]:
    """The opening braces of the groups in which variables stand, by number of token."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    opened: list[int] = []
    for place, (kind, text) in enumerate(tokens(sparql)):
        if kind == "other" and text == "{":
            opened.append(place)
        elif kind == "other" and text == "}" and opened:
            opened.pop()
        elif kind == "variable" and text[1:] in names and opened:
            found[opened[-1]].add(text[1:])
    return found


def _distinct(pieces: list[str]) -> list[str]:
    """The tokens with DISTINCT behind the first SELECT, unless there is one or it is a CONSTRUCT."""
    words = [(i, p.upper()) for i, p in enumerate(pieces) if not p.isspace()]
    for (place, word), (_, following) in pairwise(words):
        if word in ("CONSTRUCT", "DESCRIBE", "ASK"):
            break
        if word == "SELECT":
            if following not in ("DISTINCT", "REDUCED"):
                pieces[place] += " DISTINCT"
            break
    return pieces


def words(sparql: str) -> set[str]:
    """The keywords and other bare words of a query, in capitals."""
    return {text.upper() for kind, text in tokens(sparql) if kind == "word"}


def form(sparql: str) -> str:
    """Whether a query is a SELECT, CONSTRUCT, DESCRIBE or ASK; empty if it is none of them."""
    known = ("SELECT", "CONSTRUCT", "DESCRIBE", "ASK")
    first = (text.upper() for kind, text in tokens(sparql) if kind == "word")
    return next((word for word in first if word in known), "")


def with_prefixes(sparql: str) -> str:
    """The query with the project's prefixes declared where it uses and does not declare them."""
    used = {text.partition(":")[0] for kind, text in tokens(sparql) if kind == "name"}
    declared = set(re.findall(r"(?i)\bprefix\s+([\w.-]*):", sparql))
    lines = (f"PREFIX {n}: <{PREFIXES[n]}> " for n in sorted(used - declared) if n in PREFIXES)
    return "".join(lines) + sparql
