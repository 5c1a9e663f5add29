"""Patterns of those who speak for a body, in front of its name: “an economist of the”; folded."""

from __future__ import annotations

import re

PERSON = (
    r"(?:officials?|officers?|economists?|heads?|chiefs?|experts?|advis[eo]rs?|analysts?|researchers?|"
    r"directors?|spokes(?:person|man|woman|people)|coordinators?|managers?|founders?|presidents?|"
    r"members?|doctors?|commanders?|captains?|inspectors?|investigators?|lawyers?|statisticians?|"
    r"scientists?|scholars?|observers?(?= for)|professors?|"
    r"delegates?|envoys?|ambassadors?|ministers?|secretar(?:y|ies)|"
    r"commissioners?|colleagues?|employees?|volunteers?|specialists?|nurses?|representatives?|staff|"
    r"voices?|delegations?|(?:mr|mrs|ms|dr|prof)\.? [\w'-]+(?: [\w'-]+)?"
    r"|(?:vice-)?chair(?:person|man|woman)?s?)"
)
"""Who speaks for the body that follows."""
# Matches “an economist of the ”, not “a report of the ”.
PERSON_OF = re.compile(
    rf"(?:\A|[,;:] |\b(?:and|but|while|whereas|when|another|later|then) )"
    rf"(?:(?:an?|the|one|another|two|some|several|many) )?(?:[\w-]+ ){{0,2}}?{PERSON} "
    r"(?:of|from|at|with|for) (?:the )?\Z"
)
# Matches “ms. mensah (”, not “the guidelines (”.
NAMED_PERSON = re.compile(
    rf"\b(?:(?:mr|mrs|ms|dr|prof|sir|lady)\.? [^.;:,()]{{2,40}}|{PERSON}) \(\Z"
)
# Matches “among them was a delegate of ”, not “experts from ”.
INTRODUCED = re.compile(
    rf"\b(?:was|were|included?|includes|(?:heard|came) from|by) (?:(?:the|an?|one) )?"
    rf"(?:(?:[\w-]+ ){{0,2}}?{PERSON} (?:of|at|for) (?:the )?)?\Z"
)
# Matches “joy ofori of the ”, not “the civil society forum of ”.
NAMED_OF = re.compile(
    r"(?:\A|[,;:] )(?!(?:the|an?|all|most|some|many|member|senior) )[\w'’.-]+(?: [\w'’.-]+)?? "
    r"(?P<last>(?!(?:states?|part(?:y|ies)|members?|society|forum|network|union|association|groups?|"
    r"committees?|councils?|commissions?|conference|cent(?:er|re)s?|institutes?|universit(?:y|ies)|"
    r"courts?|banks?|boards?|federation|coalition|alliance|church|governments?|minist(?:ry|ries)|"
    r"parliament|police|republic|kingdom|nations|offices?|agenc(?:y|ies)|organi[sz]ations?|fund|"
    r"report|day|convention|protocol|act|law|plan)\b)[\w'’-]+) (?:of|from|at) (?:the )?\Z"
)
"""A person by name, of whom the body that follows is told."""
