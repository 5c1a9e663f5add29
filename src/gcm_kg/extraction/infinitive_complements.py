"""Tells infinitives that complete a word in front of them from those that say what for."""

from __future__ import annotations

import re

# Matches “the need”, not “mechanisms”.
GOVERNING = re.compile(
    r"\b(?:needs?|rights?|ability|able|unable|access|efforts?|likely|obligations?|duty|duties|"
    r"willing\w*|campaigns?|com(?:e|es|ing)|came|means?|meant|(?<!be )(?<!is )(?<!are )used|"
    r"whom?|what|which|where|when|whether|"
    r"go(?:es|ing)? on|declin\w+|refus\w+|fail(?:s|ed|ing|ure)?|reluctan\w+|"
    r"commitments?|continue|seek|aim|try|tend|ought|have|has|had|having|is|are|be|due|"
    r"according|relating|related|relation|regard|view|opportunit(?:y|ies)|how|want|wish|decide|"
    r"agree|responsib\w+|capacit(?:y|ies)|capable|lead\w*|led|allow\w*|enabl\w+|help|helps|"
    r"possibilit(?:y|ies)|chances?|freedom|powers?|authority|permission|choice|attempts?|desire|"
    r"intention|proposals?|initiatives|moves|bids?|"
    r"forced|compelled|obliged|coerced|required|entitled|bound|supposed|expected|induced|"
    r"efforts made|"
    r"prior|up|measures|steps|ways|actions?|not only|taken|undertaken|"
    r"readiness|free|ready|welcome|eager|keen|determined|work(?:s|ed|ing)?|"
    r"do(?:es|ing)? (?:everything|all|more|much|whatever|(?:its|their) (?:utmost|best|part))"
    r"(?: [\w'’-]+){0,5}|"
    r"offers?|invitations?|decisions?|"
    r"pledges?|promises?|determination|as means|as a means|and|or|nor|as well as|but|but also)\Z"
)
"""Words behind which "to" and a verb complete what is said and give no purpose."""
# Matches “causes that lead migrants”, not “lead and”.
CAUSED = re.compile(
    r"\b(?:obliging|forcing|compelling|requiring|urging|inviting|asking|mandating|instructing|"
    r"lead|leads|led|leading|allow|allows|allowing|enable|enables|enabling|force|forces|forced|"
    r"compel|compels|compelled|require|requires|help|helps|cause|causes|permit|permits|oblige|obliges|"
    r"encourage|invite|urge|ask|request|motivate|persuade|authori[sz]e|let|want|get|train|empower"
    r"|empowers|empowering|equip|equips|equipping|mandate|tell|trust|prepare) "
    r"(?:(?!to\b|and\b|for\b|so\b|order\b)[\w'-]+(?![\w'-]) ?){1,9}\Z"
)
"""In front of "to": somebody is led, allowed or asked to do something, which is no purpose."""
# Matches “the right of children”, not “the capacities of inspectors”.
NOUN_OF = re.compile(
    r"\b(?:needs?|(?<!on the )rights?|efforts?|obligations?|duty|duties|commitments?|"
    r"opportunit(?:y|ies)|responsibilit(?:y|ies)|possibilit(?:y|ies)|chances?|freedom|powers?|"
    r"authority|willingness|readiness|attempts?|desire|intention|proposals?|"
    r"requests?|offers?|invitations?|calls?|appeals?|decisions?|pledges?|promises?|failures?|"
    r"refusals?|reluctance|determination|entitlements?)"
    r" (?:of|by|from|on the part of) (?:(?!(?:to|and|so|order|by)\b)[\w'’-]+(?![\w'’-]) ?){1,8}\Z"
)
"""In front of "to": what somebody may, must or means to do. What somebody is to be made able to do,
"improve the capacities of inspectors to detect it", is what that is for."""
# Matches “make it easier for cooks”, not “a fund for cooks”.
ADJECTIVE_FOR = re.compile(
    r"\b(?:easy|easier|hard|harder|(?:im)?possible|difficult|(?:un)?necessary|important|essential|"
    r"compulsory|mandatory|obligatory|safe|safer|(?:un)?lawful|(?:il)?legal|an offence|a crime|"
    r"simpler|cheaper|feasible|opportunit(?:y|ies)|chances?|possibilit(?:y|ies)|ways?|time|need)"
    r" for (?:(?!(?:to|and|so|order|by)\b)[\w'’-]+(?![\w'’-]) ?){1,8}\Z"
)
"""In front of "to": what is, or is to be, so for somebody."""


def completes(before: str) -> bool:
    """Whether an infinitive behind folded words, trimmed at their end, completes one of them: what
    somebody is able, led or asked to do is not what something is to be done for."""
    patterns = (GOVERNING, CAUSED, NOUN_OF, ADJECTIVE_FOR)
    return any(pattern.search(before) for pattern in patterns)
