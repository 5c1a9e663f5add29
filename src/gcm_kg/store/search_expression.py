"""Reads what people look for: words, phrases, AND, OR, NOT and brackets, as an expression of FTS5.

NOT, or a minus or “!” before a word, leaves out; “|” is OR, “&” is AND. NOT binds more strongly
than AND, which need not be written, and AND more strongly than OR.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gcm_kg.errors import InputError, shown
from gcm_kg.text.word_forms import forms

LONGEST, MOST, DEEPEST = 1_000, 50, 20
"""Characters, and words, that can be looked for at once, and how deeply brackets may lie in each
other: SQLite takes very long for many."""
PLURAL_IN_BRACKETS = re.compile(r"(?<=\w)\((?:s|es)\)", re.IGNORECASE)
TOKEN = re.compile(
    r'(?P<minus>[-\u2212\u2013!](?=["(\w]))?'
    r'(?:"(?P<phrase>[^"]*)(?P<closed>"?)(?P<star>\*?)'
    r"|(?P<bracket>[()])"
    r'|(?P<operator>AND|OR|NOT)(?![^\s"()])'
    r'|(?P<either>\|\|?)|(?P<both>&&?)(?=[\s"()]|\Z)'
    r'|(?P<word>[^\s"()|]+))'
)
"""What a search is made of; a minus counts at the beginning of a word alone."""


@dataclass(frozen=True, slots=True)
class Expression:
    """What is looked for: in the syntax of FTS5, and the single words and phrases that have to, or
    may, be there."""

    text: str
    words: tuple[str, ...]


def expression(words: str) -> Expression:
    """What people write, read. Raises InputError for what cannot be looked for."""
    if len(words) > LONGEST:
        raise InputError(
            "words to search for", f"at most {LONGEST} characters", "more", "give fewer"
        )
    tokens = list(_tokens(PLURAL_IN_BRACKETS.sub("", words)))
    if sum(kind == "word" for kind, _ in tokens) > MOST:
        raise InputError("words to search for", f"at most {MOST} words", "more", "give fewer")
    reader = _Reader(words, tokens)
    text = reader.whole()
    return Expression(text, tuple(reader.words))


def _tokens(words: str) -> Iterator[tuple[str, str]]:
    """Kinds and texts: brackets, operators, NOT for a minus, and words in the syntax of FTS5."""
    for match in TOKEN.finditer(words):
        if match["minus"]:
            yield "NOT", match["minus"]
        either, both = match["either"] and "OR", match["both"] and "AND"
        if sign := match["bracket"] or match["operator"] or either or both:
            yield sign, sign
            continue
        text = match["phrase"] if match["phrase"] is not None else match["word"]
        if any(character.isalnum() for character in text):
            star = "*" if match["star"] or text.endswith("*") else ""
            yield "word", text.rstrip("*").replace('"', "") + star


class _Reader:
    """Reads tokens by descent; each method gives an expression of FTS5."""

    def __init__(self, words: str, tokens: list[tuple[str, str]]) -> None:
        self.given, self.tokens = words, tokens
        self.place = self.depth = 0
        self.words: list[str] = []
        self._leaving_out = 0

    @property
    def kind(self) -> str:
        return self.tokens[self.place][0] if self.place < len(self.tokens) else ""

    def whole(self) -> str:
        """The expression of all tokens."""
        if not any(kind == "word" for kind, _ in self.tokens):
            raise self._fault("words", "for example: debt bondage")
        text = self._alternatives()
        if self.kind:
            raise self._fault("a bracket that is opened before it is closed", "mend the brackets")
        return text

    def _alternatives(self) -> str:
        parts = [self._together()]
        while self.kind == "OR":
            self.place += 1
            parts.append(self._together())
        return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"

    def _together(self) -> str:
        """Words that all have to be there, without those that must not."""
        wanted: list[str] = []
        left_out: list[str] = []
        joined = True  # whether something has to follow
        while self.kind and self.kind not in (")", "OR"):
            if self.kind == "AND":
                if joined:
                    break
                self.place, joined = self.place + 1, True
                continue
            if self.kind == "NOT":
                self.place += 1
                self._leaving_out += 1
                left_out.append(self._single())
                self._leaving_out -= 1
            else:
                wanted.append(self._single())
            joined = False
        if joined:
            raise self._fault("words", "put a word on both sides of AND, OR and NOT")
        if not wanted:
            advice = "say what is to be found, too: trafficking NOT children"
            raise self._fault("words beside those behind NOT or a minus", advice)
        text = " AND ".join(wanted)
        text = f"({text})" if len(wanted) > 1 else text
        return f"({text} NOT ({' OR '.join(left_out)}))" if left_out else text

    def _single(self) -> str:
        kind, text = self.tokens[self.place] if self.kind else ("", "")
        if kind not in ("word", "("):
            raise self._fault("words", "put a word on both sides of AND, OR and NOT")
        self.place += 1
        if kind == "word":
            if not self._leaving_out:
                self.words.append(text)
            return spelt(text)
        self.depth += 1
        if self.depth > DEEPEST:
            raise self._fault(f"at most {DEEPEST} brackets in each other", "use fewer")
        inside = self._alternatives()
        if self.kind != ")":
            raise self._fault("a closing bracket", "close it, or put the words in quotation marks")
        self.place += 1
        self.depth -= 1
        return inside if inside.startswith("(") else f"({inside})"

    def _fault(self, expected: str, advice: str) -> InputError:
        return InputError("words to search for", expected, shown(self.given), advice)


def spelt(text: str) -> str:
    """A word or phrase in each of its forms, which stands in quotation marks whatever it is."""
    star = "*" if text.endswith("*") else ""
    return "(" + " OR ".join(f'"{one}"{star}' for one in forms(text.rstrip("*"))) + ")"
