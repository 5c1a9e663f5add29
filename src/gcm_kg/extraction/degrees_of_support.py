"""Reads how many are said to say something, off the words of a reporting clause."""

from __future__ import annotations

import re
from collections.abc import Callable

from gcm_kg.extraction.reporting_verbs import ReportingVerbs
from gcm_kg.extraction.speaking_bodies import ONE


def support_of(
    verbs: ReportingVerbs,
    text: str,
    match: re.Match[str],
    head: str,
    is_in_name: Callable[[int], bool],
) -> str:
    """The degree of support that a match of a pattern in folded text tells, by a word that counts
    the ``head`` of its subject or an adverb; ``is_in_name`` says of a place whether its word is
    part of a name, as in "the General Secretary"."""
    found = verbs.word_of_support.finditer(text, *match.span())
    words = next((word for word in found if not is_in_name(word.start())), None)
    words = words or verbs.support_behind.match(text, match.end())
    support = verbs.supports.get(match.groupdict().get("count") or "", "")
    support = verbs.supports[words[0].strip()] if words and support in ("", ONE) else support
    return "" if support == ONE and not head else support
