"""Finds the heads of the noun phrases of an object: what a verb is said to do something with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.text.phrases import LINKS, PREPOSITIONS, VERBS

Span = tuple[int, int]
# Matches “ on migration” and “ that regulate”, not “common guidelines”.
OBJECT_END = re.compile(
    rf"(?:(?<= )(?:{PREPOSITIONS}|{LINKS}|{VERBS}|along|alongside|including|such as|"
    r"as|out(?= of (?:which|whose|whom))|whereby|relating|concerning|following|related|carried"
    r"|free(?= of (?:charge|cost)\b)|used|especially|particularly|according|governing|regulating"
    r"|prohibiting|banning|obliging"
    r"|requiring|defining|criminali[sz]ing)\b"
    r"|(?<= )(?:necessary|needed|required|available|responsible|competent|accessible|capable|open|"
    rf"tasked|charged|mandated)(?=[,;.]|\Z| (?:{PREPOSITIONS})\b)"
    r"|[;:()]|(?<!\bno)\.|(?<= )(?:\w+ed|made|taken|undertaken|set|given|provided|drawn|held) "
    r"(?:by|in|for|at|on|under|with|to|up)\b)"
)
# Is “implementation”, not “mechanism”.
LIGHT = re.compile(
    r"implementation|development|establishment|adoption|application|creation|provision|use|set|"
    r"range|accessibility|number|series|forms?|types?|quality|availability|introduction|expansion|conclusion|"
    r"strengthening|issue|enhancement|improvement|design|drafting|opportunities|issuance|issuing|"
    r"collection|measures|possibility|option|merits?|desirability|feasibility|idea|effectiveness|efficiency|work|role|"
    r"mandate|functioning|coverage|scope|enactment|operation|enforcement|entry into force|pieces"
    r"|approval|formulation|preparation|elaboration|realization|realisation|execution|finalization|finalisation"
    r"|completion|passage|promulgation|revision|amendment|harmonization|harmonisation|renewal|extension"
    r"|process|processes|body"
)
"""Nouns whose complement with "of" is what is meant."""
PROCESS = ("process", "processes")
"""Nouns that name a measure, but not with "of" and what it is behind them."""
# Matches “, introduce” and “ and”, not “ of”.
CHUNK = re.compile(r",? and/or |,? and |,? or |, |/")

# Matches “awareness-raising activities”, not “activities of unions”.
EXERTION = re.compile(
    r" (?:activities|aside|efforts?|measures|initiatives?|actions?|work|exercises?|interventions|"
    r"programming|opportunities)\Z"
)
"""Nouns that say nothing of what is meant; what stands before them does."""
# Matches “laws accordingly” and “laws fully”, not “family”.
ADVERB = re.compile(
    r" (?:(?!(?:famil|assembl|suppl|anomal|monopol)y\b)\w{3,}ly|together|nationwide|underway"
    r"|already)\Z"
)
"""Behind the head of a noun phrase: how, when or where something is done."""
# Matches “act no. 18”, not “protocol no. 14”.
NUMBER = re.compile(r"(?<!protocol) no\.? ?\d[\w/.-]*\Z")
# Matches “laws protecting women”, not “trust building measures”.
PARTICIPLE = re.compile(
    r" (?!(?:\w*-)?(?:mak|build|rais|monitor|report|shar|fund|train|gather|plan|find|set|enforc|"
    r"counsel|finance|hous|cod|process|screen|profil|mapp|messag|schedul|account|model|learn)ing\b)"
    r"(?:\w{3,}ing|aimed|intended|designed|dedicated|devoted)(?: \w|\Z)"
)
"""Behind the head of a noun phrase: “laws protecting women”."""
# Begins “protection of witnesses” and “protection against”, not “protection and assistance”.
IN_LAW = re.compile(r"protection (?:of|against|from)\b")
"""What is protected so gets no service."""


def head_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where the head of a noun phrase may end: at the end of the phrase, without the number of an
    act, or before what adds nothing or qualifies it."""
    numbered = NUMBER.search(text, start, end)
    yield numbered.start() if numbered else end
    if adverb := ADVERB.search(text, start, end):
        yield adverb.start()
    if light := EXERTION.search(text, start, end):
        yield light.start()
    for found in PARTICIPLE.finditer(text, start, end):
        yield found.start()


def heads(text: str, position: int, high: int, whole: list[Span]) -> Iterator[Span]:
    """The noun phrases of an object, without what qualifies them; their last words are heads.

    ``whole`` are the places of names that no preposition in them ends: "plan of action".
    """
    stops = OBJECT_END.finditer(text, position, high)
    inside = (s for s in stops if not any(low < s.start() < end for low, end in whole))
    stop = next(inside, None)
    end = stop.start() if stop else high
    goes_on = stop is not None and _goes_on(text[position:end], stop[0])
    start = position
    for chunk in (*CHUNK.finditer(text, position, end), None):
        until = chunk.start() if chunk else end
        phrase = text[start:until].rstrip()
        named = phrase.endswith(PROCESS) and stop is not None and stop[0] == "of"
        if chunk or not named:
            yield start, start + len(phrase)
        start = chunk.end() if chunk else end
    if stop and goes_on:
        yield from heads(text, stop.end(), high, whole)


def _goes_on(phrase: str, stop: str) -> bool:
    """Whether what is meant stands behind the word that ends a phrase: "the adoption of laws"."""
    last = phrase.split()[-1:] or [""]
    if stop == "to":
        return last == ["access"]
    light = LIGHT.fullmatch(last[0]) is not None
    return light and stop in ("of", "for", "on", "relating", "related", "regarding")
