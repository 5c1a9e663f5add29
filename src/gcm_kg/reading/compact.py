"""Reads the text of an adopted compact: its actions, by objective and letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gcm_kg.errors import InputError, shown
from gcm_kg.files import load_text
from gcm_kg.text.layout import PAGE_NUMBER

# Is “OBJECTIVE 9: Strengthen”, not “the objective”.
OBJECTIVE = re.compile(r"\W*objective\s+(?P<number>\d{1,2})\b(?P<rest>.*)", re.IGNORECASE)
"""The heading of an objective: "OBJECTIVE 9: Strengthen …", "# Objective 9"."""
# Is “(a) Promote”, not “(aa) Promote”.
ACTION = re.compile(
    r"\s*(?:[-–•*]\s*)?(?P<open>\()?(?P<letter>[a-z])(?(open)\)|[.)])\s+(?P<text>\S.*)"
)
"""The beginning of an action: "(a) Promote …", "a. Promote …", "- a) Promote …"."""
# Begins “17. We commit”, not “in 17. ”.
PARAGRAPH = re.compile(r"\s*(?:\d{1,3}\.\s+\S|#|OBJECTIVE\b)")
"""What ends an action: a numbered paragraph, or a heading."""

Key = tuple[int, str]
"""Number of the objective and letter of the action."""


@dataclass(slots=True)
class CompactText:
    """The words of the actions, each on one line; and objectives left out as copies of others."""

    actions: dict[Key, str] = field(default_factory=dict)
    copies: dict[int, int] = field(default_factory=dict)


def load_compact(path: Path) -> CompactText:
    """The actions in the text of a compact.

    An objective whose actions are those of an earlier one, word for word, is a fault of the copy:
    it is left out and named in ``copies``, with the number of the other. Raises InputError for a
    file that cannot be read, or in which no objective with a lettered action is found.
    """
    text = load_text(path)
    found: dict[int, dict[str, str]] = {}
    for number, letter, words in _actions(text.replace("\r\n", "\n").split("\n")):
        found.setdefault(number, {})[letter] = words
    if not found:
        expected = "headings such as “Objective 9” with actions such as “(a) …” below them"
        lines = text.split("\n", 1)
        raise InputError(path, expected, shown(lines[0]), "give the text of the compact")
    compact, seen = CompactText(), dict[tuple[str, ...], int]()
    for number, actions in sorted(found.items()):
        other = seen.setdefault(tuple(actions.values()), number)
        if other != number:
            compact.copies[number] = other
        else:
            compact.actions |= {(number, letter): words for letter, words in actions.items()}
    return compact


def _actions(lines: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """Number of the objective, letter and words of each action, in the order of the text.

    Letters follow the alphabet: another one is no new action but a part of the one before.
    """
    number, letter, words = 0, "", list[str]()
    for line in lines:
        heading, start = OBJECTIVE.match(line), ACTION.fullmatch(line)
        begins = bool(number and start and start["letter"] == _next(letter))
        if (heading or begins or PARAGRAPH.match(line)) and words:
            yield number, letter, " ".join(words)
            words = []
        if heading:
            number, letter = int(heading["number"]), ""
        elif start and begins:
            letter, words = start["letter"], start["text"].split()
        elif words and not PAGE_NUMBER.fullmatch(line):
            words += line.split()
    if words:
        yield number, letter, " ".join(words)


def _next(letter: str) -> str:
    """The letter of the action behind one; the first is a."""
    return chr(ord(letter) + 1) if letter else "a"
