"""Reads pinpoints: the article or paragraph of an instrument to which a citation points."""

from __future__ import annotations

import re

from gcm_kg.model.statements import Mention
from gcm_kg.text.asides import FURTHER, NUMBERING, PINPOINT

# as of goals whose targets are no things of their own
TARGET = rf"(?P<target>targets?\s+{NUMBERING})"
OBJECTIVE = rf"(?P<objective>(?:target|objective)s?\s+{NUMBERING})"
SEVERAL = rf"(?P<place>{PINPOINT}(?:{FURTHER})*)"
# Matches “paragraph 21 of ”, not “paragraph 21 says that ”.
BEFORE = re.compile(
    rf"\b(?:{SEVERAL}|{TARGET}),?\s+(?:of|in|under|to)\s+"
    r"(?:(?:the|its|that|said|General Assembly|resolution)\s+)*\Z",
    re.I,
)
# Begins “, article 3”, not “ and article 3”.
BEHIND = re.compile(
    rf"(?:\s*\([^()]*\))?,?\s+(?:\(|at\s+|whose\s+|in\s+(?:its|particular)\s+)?"
    rf"(?:{SEVERAL}|{OBJECTIVE})",
    re.I,
)
REACH = 120


def pinpoint(text: str, name: Mention) -> tuple[str, tuple[int, int]] | None:
    """The place within an instrument, in the words of the text, and where these stand.

    Nothing where no place is given beside the name.
    """
    start = max(name.part.start, name.start - REACH)
    found = BEFORE.search(text, start, name.start) or BEHIND.match(text, name.end, name.part.end)
    if not found:
        return None
    group = found.lastgroup or "place"
    return " ".join(found[group].split()), found.span(group)
