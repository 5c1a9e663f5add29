"""A reporting clause, and who is meant by the words that stand for its holder."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from gcm_kg.extraction.reporting_phrases import AFFIRM, DENY, PRONOUN
from gcm_kg.rdf.namespaces import BASE

ALL, MOST, SOME = (f"{BASE}support/{degree}" for degree in ("all", "most", "some"))
SINGLE = f"{BASE}holder/panellist"
# Is “they”, not “panelists”.
LOOKS_BACK = re.compile(PRONOUN)
HOLDER_BEFORE = ("his", "her", "their", "another", "he", "she", "it")
"""Words that stand for the holder named last, whether a group or one of it."""

# Matches “ no ”, not “know ”.
NO_ONE = re.compile(r"(?:\A|\s)(?:no|none of the|neither) \Z")
# Is “not one of the ”, not “one of the ”.
NONE_OF = re.compile(r"\b(?:(?:none|not (?:one|a single one|any)) of the|neither(?: the)?) \Z")
DETERMINERS = ("", "the ", "a ", "an ", "one ")
BODIES = ("it", "?", "meeting", "session", "panel")
"""Words for what may be a body that speaks, though it is no known one."""
ALONE = ("he", "she", "it")
"""Words for one who, not disputing something, is not all."""
NEARLY_NO = ("little", "scant", "hardly any", "scarcely any")
"""What leaves a few who say so."""


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


def is_of_thing(clause: Clause, group: tuple[str, ...], before: Clause | None) -> bool:
    """Whether "it" is no body that spoke in the clause ``before``: "it summarizes", of a summary.
    What is not known may have: "The meeting noted that … It stressed"."""
    spoke = before is not None and not before.holders and before.words in BODIES
    return (
        clause.words == "it"
        and not spoke
        and not any(one.startswith(f"{BASE}actor/") for one in group)
    )


def holders_of(clause: Clause, group: tuple[str, ...]) -> tuple[str, ...]:
    """The holders of a clause; a pronoun stands for the group that was named last."""
    if clause.words in HOLDER_BEFORE:
        return group
    if LOOKS_BACK.fullmatch(clause.words):
        return () if group == (SINGLE,) else group
    return clause.holders


def denied(clause: Clause) -> Clause:
    """A clause whose verb is denied: to deny that something is disputed is to affirm it."""
    if clause.act == DENY:
        return replace(clause, act=AFFIRM, support="" if clause.words in ALONE else ALL)
    return replace(clause, act=DENY, support="" if clause.support == ALL else clause.support)


def of_nearly_all(clause: Clause, match: re.Match[str]) -> Clause:
    """A clause of which a match says that hardly anybody was against it, of most; else itself."""
    nearly = (match.groupdict().get("denied") or "").rstrip() in NEARLY_NO and clause.support == ALL
    return replace(clause, support=MOST) if nearly else clause
