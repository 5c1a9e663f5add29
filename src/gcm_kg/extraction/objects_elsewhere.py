"""Finds what a verb asks for that is not its object: what something becomes part of, is opened to,
replaced with or made conditional upon, and trials that the verb and words behind its object name.
And what is there already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.rdf.namespaces import BASE
from gcm_kg.text.folding import Folded

ENFORCEMENT = f"{BASE}measure/enforcement"
BODY = f"{BASE}measure/body"
OBJECT = r" [^.;:]{1,120}? "
# Begins “mainstream boats into ”, not “include boats in ”.
INTO = re.compile(
    rf"(?:(?:mainstream|integrate|incorporate|embed|reflect|insert|enshrine|anchor){OBJECT}"
    rf"(?:in|into|within) (?![^.;:,]{{0,60}}\bprocess)|(?:channel|pay|write|feed|turn){OBJECT}into "
    rf"|open(?: up)?{OBJECT}to (?!(?:all|everybody|everyone)\b)"
    rf"|make{OBJECT}(?:conditional|contingent|dependent) (?:up)?on "
    rf"|bring{OBJECT}(?:within|under) (?=(?:the )?(?:[\w-]+ )?(?:law|code|act"
    rf"|legislation)\b))"
    r"(?:(?:the|its|their|all|any|an?) )?"
)
"""What something is to become part of, and the like, is asked for, too."""
# Matches “be enshrined in the ”, not “be in the ”.
DONE_INTO = re.compile(
    r"\bbe (?:\w+ly )?(?:mainstreamed|integrated|incorporated|embedded|reflected|inserted|enshrined"
    r"|anchored|included|written|translated|transposed|turned|laid down|set out)"
    r" (?:in|into|within) (?:(?:the|its|their|all|any|an?) )?"
)
"""What something should become part of."""
# Matches “ and channel them into ”, not “ and channels into ”.
JOINED_INTO = re.compile(
    r"(?:,| and) (?:channel|pay|write|feed|turn) (?:[^.;:,]{1,80}? )?into (?:(?:the|its|their"
    r"|all|any|an?) )?"
)
"""The same of a further verb."""
# Matches “replace cells with ”, not “replaced by ”.
INSTEAD = re.compile(r"\breplac(?:e|ing) [^.;:]{1,80}? (?:with|by) |(?<!decide) in favou?r of ")
"""In front of what is to take the place of something."""
# Is “, and that ”, not “ and the ”.
AND_THAT = re.compile(r",? and that ")
"""In front of a further clause of what is to be ensured."""
# Begins “bring those who did it to court”, not “bring boats to the port”.
ENFORCED = re.compile(
    r"(?:bring|take|haul)(?:ing)? (?:[^.;:]{1,160}? )?"
    r"(?:to (?:justice|court|trial)|before (?:the |a )?courts?)\b(?! (?:rooms?|houses?)\b)"
    r"|hold(?:ing)? (?:[^.;:]{1,160}? )?(?:to account|accountable|liable|responsible)\b"
    r"|(?:revok|withdraw|suspend|cancel)(?:e|ing)? (?:(?:the|their|its|all|any|operating) ){0,2}"
    r"(?:licen[cs]es?|registrations?)\b|go(?:ing)? after (?!consult)"
)
"""Verbs that ask for a trial or a sanction with words behind them."""
# Matches “access of lawyers to ”, not “access”.
ACCESS = re.compile(r"\baccess (?:[\w'’-]+ ){0,5}to\b[^.;:]{0,80}\Z")


def is_there(measure: str, words: Folded, start: int) -> bool:
    """Whether a measure that a noun phrase names is there already: a place to which somebody is to
    have access."""
    return measure == BODY and ACCESS.search(words.text, 0, start) is not None


def elsewhere(text: str, low: int, high: int) -> Iterator[int]:
    """Where what is asked for begins behind a verb in folded text and its object."""
    if into := INTO.match(text, low, high):
        yield into.end()
    for done in DONE_INTO.finditer(text, max(0, low - len("should be ")), high):
        yield done.end()
    for joined in JOINED_INTO.finditer(text, low, high):
        yield joined.end()
    for instead in INSTEAD.finditer(text, low, high):
        yield instead.end()
