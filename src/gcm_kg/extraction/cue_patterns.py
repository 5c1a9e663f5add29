"""What stands between, before and behind cues and the names that they speak of."""

from __future__ import annotations

import re

from gcm_kg.model.statements import Mention

# Is “ and effectively ”, not “, ”.
CONJUNCTION = re.compile(r"[\s,]*(?:and/or|and|or|&)\s+(?:to\s+)?(?:\w+ly\s+)?")
# Is “, fully ”, not “ and ”.
COMMA = re.compile(r",\s+(?:\w+ly\s+)?")
# Matches “police – and others”, not “⏎- ratify”.
DASH = re.compile(r"(?<=\S )[-–—](?= )")
"""A dash within a line; one that stands in the margin belongs to a page number."""
# Begins “, etc.”, not “, and”.
ETC = re.compile(r"\W{1,3}etc\b")
# Begins “ratifying”, not “ratify”.
PARTICIPLE = re.compile(r"\w+ing\b")
# Begins “taking into account”, not “ratifying”.
ATTENDING = re.compile(r"(?:taking|bearing|drawing|building|giving|having|using|keeping)\b", re.I)
"""How a cue begins that says, behind a comma, in view of what something is done."""
# Is “, adopted in Marrakech five months earlier, ”, not “, ratified by ”.
ADDED = re.compile(r",\s+(?:adopted|concluded|signed|opened|endorsed)\b[^,;.]{1,60},\s*", re.I)
"""What may stand in two commas between a name and a cue behind it."""
# Matches “accede to, and fully ”, not “accede to ”.
SET_OFF = re.compile(
    r",\s+(?:and|or|as\s+well\s+as)\s+(?:to\s+)?(?:\w+ly\s+)?(?:rais(?:e|ing)\s+awareness\s+)?\Z"
)
"""Before a cue that two commas set off: "accede to, and implement, the treaty"."""
# Matches “figures on”, not “figures”.
OBJECT_OPEN = re.compile(r"\s(?:on|of|for|about|to|in|against|with)\Z")
"""At the end of a label: the name behind it is its object, not the next of a list."""
# Matches “ and members of the ”, not “ and children of ”.
MEMBERS = re.compile(
    r"\s+(?:members|representatives|personnel|staff)\s+of\s+(?:the\s+)?|\s+member\s*\Z"
    r"|\s+and\s+(?:organi[sz]ations|agencies|entities|programmes|funds|bodies|institutions)(?=,)"
    r"|(?<=\s)(?:independent|interested)\s+",
    re.IGNORECASE,
)
"""Between two actors: those who belong to the next."""
# Matches “, together with employers, ”, not “, and employers ”.
BESIDE_OTHERS = re.compile(
    r",\s+(?:together|along|jointly|in\s+(?:close\s+)?(?:cooperation|collaboration|consultation|"
    r"coordination|partnership))\s+with\s+[^,;.]{1,90},\s*\Z",
    re.I,
)
"""Behind those who are asked to do something: with whom."""
# Is “asked”, not “call on”.
QUESTIONED = re.compile(r"ask(?:s|ed|ing)?\b")
# Begins “ what it needs”, not “ to say what it needs”.
QUESTION = re.compile(r"\s+(?:what|whether|how|who|why|which|when|where|if)\b", re.I)
"""Behind those who are asked something: nothing is asked of them but an answer."""
# Matches “IOM and its partners should”, not “IOM and partners”.
AND_ITS = re.compile(
    r"\s+and\s+(?:its|their)\s+(?:[\w-]+\s+){0,2}?(?:partners|members|agencies|offices|affiliates|staff)"
    r"\b(?=\s)"
)
"""Behind those who are asked to do something: those who belong to them."""
# Begins “ and other frontline officials”, not “ and adopt a law”.
AND_OTHERS = re.compile(
    r",?\s+(?:and|or)\s+(?:[a-z-]+\s+){0,3}?(?:officials|officers|staff|personnel|professionals|workers"
    r"|authorities|actors|bodies|agencies|institutions|services|experts|practitioners|others|providers"
    r"|representatives|mechanisms|organi[sz]ations|associations|stakeholders|partners|cities"
    r"|ministries|communities|companies|parties|donors|entities|groups)\b"
)
"""Behind actors that commas join: those who complete the list are no names."""
# Is “ that have not yet done so ”, not “ that should ”.
RELATIVE = re.compile(
    r"\s+(?:that|which|who)(?:\s+(?!(?:should|must|shall|ought|and)\b)[\w'’-]+,?){1,14}\s+"
    r"|,\s+(?:which|who)\s[^,.;:]{1,90},\s+"
)
"""Between those who are asked and what they should do: of which of them is spoken."""
# Is “ of the ”, not “ and the ”.
OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
# Begins “should be ratified”, not “ratified”.
OF_SUBJECT = re.compile(r"(?:is|are|was|were|has|have|should|must|shall|provides?)\b", re.I)
"""How a cue begins of which the name before it must be the subject."""
# Begins “ lift all fees”, not “ force be reformed”.
TO_DO = re.compile(
    r"\s+(?:\w+ly\s+)?(?!(?:is|are|was|were|be|receive|undergo|get|obtain|have|enjoy|gain|know|understand|benefit"
    r"|become|remain|feel|suffer|face|live|want|need|can|could|may|might|will|earn|retain|keep)\b)"
    r"[a-z-]+(?:[^s\W]|ss)\s+"
    r"(?!(?:be|is|are|was|were|should|must|shall|will|has|have)\b)\w"
)
"""Behind a name that a cue with "that" has before it: what is to be done, in its basic form."""
# Matches “States parties to the ”, not “States and the ”.
PARTIES_TO = re.compile(r"\bpart(?:y|ies) to (?:the |that |both |all )?\Z", re.I)
"""Before the name of a treaty: its parties are spoken of."""


def behind_actor(words: str, cue: str) -> str:
    """What parts actors from a cue behind them, without those who belong to them or complete their
    list, and without what says of which of them is spoken."""
    if OF_SUBJECT.match(cue) and RELATIVE.fullmatch(words):
        return ""
    words = AND_ITS.sub("", words)
    others = AND_OTHERS.match(words)
    return words[others.end() :] if others else words


def is_of_parties(text: str, names: list[Mention], index: int) -> bool:
    """Whether a name is that of the treaty to which the parties are named before it."""
    start = names[max(0, index - 1)].start
    return PARTIES_TO.search(text, start, names[index].start) is not None
