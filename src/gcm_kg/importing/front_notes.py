"""Leaves out notes about the issue of a document, which stand among the lines of its title."""

from __future__ import annotations

import re

# Is “* The annex is circulated as received.⏎”, not “* Train all.⏎” and “*Togo”.
NOTE = re.compile(
    r"(?:(?<=\n)|\A|(?<=\w)(?=\s)(?P<behind>))[^\S\n]*\*{1,3}\s+"
    r"(?=[^.\n]{0,160}\b(?:annex\w*|circulated|re-?issued|issued|present (?:report|document)"
    r"|reproduced|edited|submitted|translat\w+|technical reasons|deadline|late)\b)"
    r"[^\n]*(?<=[a-z])\.[^\S\n]*(?:\n(?=\s*[A-Z])|\Z)"
)
"""A note on lines of its own, or behind a name: where its document was issued before, and how."""
# Matches “______⏎”, not “Togo __”.
RULE = re.compile(r"\n?_{3,}\s*")
# Matches “Review** Togo” and “Togo *⏎”, not “**Review**” and “⏎* Togo”.
MARK = re.compile(r"(?<=[\w)])[^\S\n]?\*{1,3}(?=\s)")

# Matches “**Review**”, not “Review** Togo”.
BOLD = re.compile(r"(?<![\w*])\*\*[^\s*]")


def without_notes(head: str) -> str:
    """The front of a document without notes about its issue and without the stars that lead to
    them; white space stays as it is. It has other places than the text."""
    plain = NOTE.sub(_break, RULE.sub("\n", head))
    return plain if BOLD.search(plain) else MARK.sub("", plain)


def _break(note: re.Match[str]) -> str:
    """What stays of a note: the end of the line that it stands on behind a name."""
    return "" if note["behind"] is None else "\n"
