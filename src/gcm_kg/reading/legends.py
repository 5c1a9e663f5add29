"""Reads what codes stand for where a legend says so: “S = supported; N = noted”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from gcm_kg.reading.segments import Span

_CODE = r"[A-Z]{1,3}(?:/[A-Z]{1,2})?|[A-Z][a-z]|\d|[✓✔✗✘☑☒☐√×●○■□]"
_QUOTED = rf"[“\"'‘(\[]?(?P<code>{_CODE})\ufe0f?[”\"'’)\]]?"
# Is “PA”, not “Accepted”.
CODE = re.compile(rf"(?:{_CODE})\ufe0f?")
# Matches “N = ”, not “UN Women”.
CODED = re.compile(
    rf"(?<![\w/.-]){_QUOTED}(?:\s*(?:=|:|→|[–—-](?=\s)|\t)\s*|\s+(?:means|stands\s+for|for)\s+)"
)
# Matches “Supported (S)”, not “Supported by Togo (see above)”.
BEHIND = re.compile(rf"(?P<meaning>[A-Za-z][A-Za-z ]{{2,40}}?)\s*[(\[](?P<code>{_CODE})[)\]]")
# Matches “marked S enjoy the support of Togo”, not “marked S and N”.
MARKED = re.compile(
    rf"\b(?:marked|coded|labell?ed)\s+(?:(?:with|by|as)\s+)?(?:an?\s+)?{_QUOTED}\s+"
    r"(?=(?:are|is|were|was|do|does|did|has|have|enjoys?)\b)(?P<meaning>[^;,.\n]{3,80})"
)
# Begins “partly accepted”, not “Support the police”.
ANSWERED = re.compile(
    r"\W*(?:(?:the|this|it|that|is|are|was|were|be|to|has|have|been|do|does|did|recommendations?"
    r"|states?|government|country|fully|partially|partly|only|not|will)\s+){0,8}?"
    r"(?:(?:accept|support|reject|note|endorse|decline|agree)(?=\s*(?:\Z|in\s+part\b|with\b))"
    r"|(?:accept|support|reject|endors|declin|not|agre)(?:ed|e?s)\b|tak(?:es?|en)\s+note\b"
    r"|under\s+(?:consideration|examination|review)\b|considered\b|pending\b|deferred\b"
    r"|(?:do(?:es)?\s+not\s+)?enjoys?\b"
    r"|(?:non\s+|no\s+|partiellement\s+|parcialmente\s+)?(?:accepté|notée|rejeté|appuyé|refusé"
    r"|aceptad|rechazad|anotad|apoyad|tomad[ao]s?\s+nota|pris\w*\s+(?:en\s+)?note)\w*\b)",
    re.I,
)
# Is “Legend: ; ”, not “Keys were made”.
LEAD = re.compile(
    r"\W*(?:(?:legend|légende|leyenda|clave|key|codes?|notes?|abbreviations?|symbols?|positions?|responses?)\b"
    r"(?:\W+(?:to|for|of|the|positions?|responses?|columns?|used|codes?|table)\b)*)?"
    r"(?:\W|\band\b|_)*",
    re.I,
)
"""What stands in a legend beside its entries."""
# Matches “; ”, not “, in part”.
END = re.compile(r"[;\n\t|]|(?:[\s,./]|\band\b)+\Z")
LONGEST = 60
"""Code points of what a code stands for."""
MARKS = str.maketrans({"✔": "✓", "☑": "✓", "√": "✓", "✘": "✗", "×": "✗", "☒": "✗", "\ufe0f": None})
"""Marks that look alike."""


class Entry(NamedTuple):
    """A code, where it is said what it stands for, and where both together are said."""

    code: str
    start: int
    end: int
    whole: Span


class Legend:
    """What the lines in some places of a text say that codes stand for: answers, as codes of other
    things are none of the position to a recommendation."""

    def __init__(self, text: str, places: Iterable[Span]) -> None:
        found: defaultdict[str, dict[str, Span]] = defaultdict(dict)
        for place in places:
            for entry in _entries(text, *place):
                if _is_answer(text, entry):
                    said = (entry.start, entry.end)
                    found[_plain(entry.code)].setdefault(text[slice(*said)].casefold(), said)
        self.meanings = {c: next(iter(m.values())) for c, m in found.items() if len(m) == 1}

    def of(self, words: str) -> Span | None:
        """Where it is said what a code stands for; None for other words, and for a code to which
        several lines give another meaning."""
        return self.meanings.get(_plain(words)) if self.meanings else None


def is_code(words: str) -> bool:
    """Whether words may be a code: capitals, a digit or a mark."""
    return bool(CODE.fullmatch(words.strip(" .()")))


def is_legend(line: str) -> bool:
    """Whether a line says nothing but what codes stand for, one of them an answer at least."""
    found = list(_entries(line, 0, len(line)))
    if not any(_is_answer(line, entry) for entry in found) or (
        len(found) == 1 and BEHIND.search(line)
    ):
        return False
    rest, done = "", 0
    for entry in found:
        rest, done = rest + line[done : entry.whole[0]], entry.whole[1]
    short = all(entry.end - entry.start <= LONGEST for entry in found)
    return short and bool(MARKED.search(line) or LEAD.fullmatch(rest + line[done:]))


def _entries(text: str, start: int, end: int) -> list[Entry]:
    """The codes that words explain: before what they stand for, or behind that."""
    coded = list(CODED.finditer(text, start, end))
    stops = [*(match.start() for match in coded[1:]), end] if coded else []
    before = [_until(text, *each) for each in zip(coded, stops, strict=True)]
    return before or [
        Entry(found["code"], *found.span("meaning"), found.span())
        for pattern in (BEHIND, MARKED)
        for found in pattern.finditer(text, start, end)
    ]


def _until(text: str, coded: re.Match[str], stop: int) -> Entry:
    """The entry of a code that goes on until the next one, or a sign that ends it."""
    said = END.split(text[coded.end() : stop], maxsplit=1)[0]
    end = coded.end() + len(said)
    return Entry(coded["code"], coded.end(), end, (coded.start(), end))


def _is_answer(text: str, entry: Entry) -> bool:
    short = entry.end - entry.start <= LONGEST
    return short and bool(ANSWERED.match(text[entry.start : entry.end]))


def _plain(code: str) -> str:
    return code.strip(" .()[]“”\"'\n\t").translate(MARKS)
