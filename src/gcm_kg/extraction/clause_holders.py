"""A reporting clause, and who is meant by the words that stand for its holder."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gcm_kg.extraction.reporting_verbs import PRONOUN
from gcm_kg.rdf.namespaces import BASE

SINGLE = f"{BASE}holder/panellist"
# Is “they”, not “panelists”.
LOOKS_BACK = re.compile(PRONOUN)
HOLDER_BEFORE = ("his", "her", "their", "another", "he", "she", "it")
"""Words that stand for the holder named last, whether a group or one of it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting clause, from its subject, or from its verb, to the end of its verb or agent.

    ``words`` is what stands for the holder: a noun, a pronoun, or nothing.
    """

    start: int
    end: int
    act: str
    words: str = ""
    support: str = ""
    holders: tuple[str, ...] = ()


def is_of_thing(clause: Clause, group: tuple[str, ...]) -> bool:
    """Whether "it" is no body that spoke before: "it summarizes", of a summary."""
    return clause.words == "it" and not any(one.startswith(f"{BASE}actor/") for one in group)


def holders_of(clause: Clause, group: tuple[str, ...]) -> tuple[str, ...]:
    """The holders of a clause; a pronoun stands for the group that was named last."""
    if clause.words in HOLDER_BEFORE:
        return group
    if LOOKS_BACK.fullmatch(clause.words):
        return () if group == (SINGLE,) else group
    return clause.holders
