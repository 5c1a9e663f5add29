"""Finds the object behind those who are to be given it: “provide victims with shelter”."""

from __future__ import annotations

import re

PEOPLE = (
    r"(?:victims|survivors|witnesses|migrants|refugees|returnees|asylum[- ]seekers|workers"
    r"|employees|women|men|children|girls|boys|minors|families|people|persons|parents|mothers"
    r"|fathers|spouses|students|pupils|patients|detainees|prisoners|inmates|residents|citizens"
    r"|nationals|applicants|communities|households|arrivals|youth|inspectors|everyone|everybody"
    r"|anyone|them|him|her)"
)
OF_WHAT = (
    r"(?: of (?:human )?(?:torture|trafficking|violence|crimes?|abuse|rape|slavery|exploitation"
    r"|war)(?: in persons)?| at risk| in (?:\w+ )?(?:detention|need|custody|prison|camps)"
    r"| with (?:\w+ )?disabilities| without papers| seeking \w+)?"
)
"""Behind people: what they suffer or need."""
# Matches “provide victims of trafficking with ”, not “build partnerships with ”.
GIVEN = re.compile(
    r"(?:(?<=provide)|(?<=supply)|(?<=equip)|(?<=furnish)|(?<=providing)|(?<=supplying)|(?<=equipping))"
    r"(?: [^,;.]{1,60}, (?:including|particularly|especially|notably|such as) [^;.]{1,80}?, with "
    r"| (?:(?!to\b|for\b|and\b[^,]{0,40}\bto\b)[\w'-]+,? ){1,14}?with )"
    r"|(?:(?<=grant)|(?<=give)|(?<=offer)|(?<=issue)|(?<=award)|(?<=lend)|(?<=granting|offering|awarding)|(?<=giving))"
    r" (?!an?\b)(?:(?:(?!to\b|for\b|and\b)[\w'-]+ ){1,6}?an? "
    r"|(?:(?!to\b|for\b|and\b|of\b|in\b|with\b)[\w'-]+ ){0,3}?"
    rf"{PEOPLE}{OF_WHAT}(?:,? (?:and|or) (?:[\w-]+ ){{0,2}}?{PEOPLE}{OF_WHAT})? )"
)
"""Those who are to be given the object that follows."""
# Begins “ that ”, “, where possible, ” and “ in each country ” before “a”, not “ the ”.
CONJUNCTION = re.compile(
    r" (?:that|whether|how|if) | without (?:any |further |undue )*delay "
    r"|, (?:where|jointly|together|in|with|as) [^,]{1,80}, "
    r"| (?:in|at|on|along|across|within|without|for|by) "
    r"(?:(?!(?:an?|the|of|to|for|with|on|in|at|by|and|or|from|that)\b)[\w'’-]+ ){1,4}(?=an? )"
)


def object_start(text: str, position: int, end: int) -> int:
    """Where the object of a verb that ends at a place of folded text begins."""
    given = GIVEN.match(text, position, end)
    return given.end() if given else position


def clause_or_object_start(text: str, position: int, end: int) -> int:
    """The same, or where the clause begins that a conjunction opens: "ensure that"."""
    conjunction = CONJUNCTION.match(text, position, end)
    return conjunction.end() if conjunction else object_start(text, position, end)
