"""Tells by their words whether paragraphs ask for something, or introduce what does."""

from __future__ import annotations

import re

from gcm_kg.reading.profiles import Profile
from gcm_kg.text.sentences import sentences

LONGEST_TITLE = 80
"""Code points of a title of a recommendation."""
LONGEST_LEAD_IN = 700
"""Code points at the end of a paragraph that tell whether it introduces recommendations."""
# Matches “States should ensure”, not “We are encouraged by”.
ASKS = re.compile(
    r"\b(?:should|shall|must|recommend(?:s|ed)?|urges?|urged|call(?:s|ed)? (?:up)?on|encourages?"
    r"|encouraged(?! (?:by|that|to (?:note|see|learn))\b)"
    r"|\b(?!(?:Participants?|Respondents?|Interviewees|People|Migrants|Workers|Officials|They|We"
    r"|Women|Men|Children|Delegates|Staff|It|He|She|Who)\b)[A-Z][\w-]+ (?:is|are|was|were)"
    r" (?:also )?(?:asked|requested|invited|tasked|mandated) to(?! (?:note|see|learn|comment)\b)"
    r"|invites?|requests?|advised to|might consider|may wish to(?! (?:note|see|refer|recall)\b)"
    r"|needs? to|ought to|[Ii]t (?:was|is) (?:also |further )?(?:suggested|proposed) that"
    r"|(?:est|sont) (?:invité|engagé|prié|encouragé|exhorté)e?s?|se (?:insta|alienta|invita|pide)"
    r"|devrai(?:en)?t|doi(?:ven)?t|recommand(?:e|ent|ons)|deber[ií]an?|deben?|recomiendan?"
    r"|recomendamos|(?:insta|exhorta|alienta)n? al?|exhorte(?:nt)? (?:à|aux?|les?)"
    r"|engage(?:nt)? (?:instamment|les? [A-Z]))\b"
)
# Matches “must show”, not “should show”.
MUST = re.compile(r"\b(?:must|shall|needs? to|ought to)\b")
# Matches “, which States should bear in mind”, not “States should bear in mind”.
RELATIVE = re.compile(
    r",? (?:which|whom) (?:(?!should|must|shall)[\w’-]+ ){1,4}(?:should|must|shall)\b"
)

# Matches “said that rules should not bind”, not “said: rules”.
REPORTED = re.compile(
    r"(?<!articipants )(?<!ommittee )(?<!apporteur )(?<!xpert )(?<!roup )(?<!orum )(?<!t was )"
    r"\b(?:said|told [\w’ -]{2,40}?|stated|explained|replied|claimed|complained|answered)"
    r" that\b[^.;]*"
)
"""What somebody said of whom it is told, and not those whose document it may be."""
# Begins “The Board should”, not “It was said that it should”.
SHOULD = re.compile(
    r"(?!It\b)[A-Z][\w’-]*(?: (?!that\b|was\b|were\b|is\b|has\b)[\w’-]+){0,5} should\b"
)
# Begins “To thank the host”, “Thank it” and “The Forum welcomes”, not “To recognize refugees”.
THANKS = re.compile(
    r"\W*(?![^.;]{0,300}?\band (?:to (?!thank|commend|note|recogni|acknowledge|reaffirm|welcome)\w"
    r"|(?:(?:also|further|therefore|in this regard),? )?(?:calls (?:up)?on|urges|requests|invites"
    r"|encourages|recommends|demands|asks)\b))"
    r"(?:(?:To |We |I )?(?:am grateful|(?:[Tt]hank|commend|congratulate|welcome (?:the|with)"
    r"|take note|[Rr]emerci(?:er?|ent)|[Aa]gradece[rn]?|[Ff]elicit(?:er|ar|a|e|an|ent)"
    r"|taking note)\b|(?:[Ee]xpress|[Cc]onvey)(?:es)? (?:(?:its|our|their|the) )?(?:\w+ )?"
    r"(?:thanks|"
    r"gratitude|appreciation|satisfaction|solidarity|condolences|concern)"
    r"|(?:recogni[sz]e|acknowledge|note|reaffirm) the (?:\w+ ){0,2}(?:work|efforts?|role|"
    r"importance|contributions?|progress|achievements?|report|offer|generosity|hospitality"
    r"|leadership|participation)\b)"
    r"|(?:(?:Also|Further) )?(?:Recogni[sz]es|Welcomes|Takes note|Acknowledges"
    r"|Notes(?! (?:of|on|from|and)\b)|Commends|Appreciates|Reaffirms|Recalls)\b"
    r"|The (?:[A-Z][\w’-]* ){1,5}(?:also |further )?(?:reaffirms|recalls|notes|welcomes"
    r"|recogni[sz]es|acknowledges|appreciates|commends|thanks|takes note|emphasi[sz]es"
    r"|is concerned)\b"
    r"|(?:El|La|Le) (?:[A-Z][\w’-]* ){1,3}(?:agradece|acoge|celebra|toma nota|felicita|remercie"
    r"|salue|se félicite|prend note|note)\b)"
    r"(?!.*\b(?:urge|request|call (?:up)?on|invite|encourage|recommend|should|must|ask)s?\b)",
    re.S,
)
"""The beginning of an item that asks for nothing, wherever it stands."""
# Is “Partly accepted.”, not “Accept refugees”.
ANSWER_ALONE = re.compile(
    r"(?:(?:not|partially|partly|fully|already) )?(?:accept(?:ed)?|noted?|support(?:ed)?"
    r"|reject(?:ed)?|agreed?|disagreed?|declined?|implemented|under consideration)"
    r"(?: in (?:part|principle|full))?\W*",
    re.I,
)
"""What a State or an office answers to a recommendation whose number stands before."""
# Begins “Accepted recommendations that”, not “Accept recommendations”.
OF_ANSWERS = re.compile(
    r"\W*(?:(?:not|partially|partly|fully) )?(?:accepted|supported|noted|rejected)"
    r" (?:\w+ )?recommendations\b"
    r"|\W*(?:(?:and|to|through|or)?\s*\d{1,3}\.\d{1,3}\W+)*"
    r"(?:is|are|was|were|has been|have been|enjoys?|do(?:es)? not)"
    r"(?: (?:not|fully|partially|partly|thus|the|enjoy|accept))*"
    r" (?:accepted|supported|support|noted|rejected)\b[^.;:]{0,40}\W*\Z"
    r"|[^.;:]{0,80}?\b(?:accepts?|notes?|supports?|rejects?) (?:the )?(?:following )?"
    r"recommendations?\W+\d{1,3}\.\d",
    re.I,
)
"""What a list of answers says to which recommendations they are."""
# Matches “has been closed”, not “Visit all”.
TELLS = re.compile(r"\b(?:was|were|has|have|had|is|are|remains?|did)\b")
# Begins “To amend the Act”, not “To end it, the State passed a law”.
TO_DO = re.compile(
    r"\W*To (?!(?:the|this|these|that|those|date|be|what|some|all|our|its|their|sum|conclude)\b)"
    r"[a-z]+\b"
    r"(?![^.;]*, (?:the|it|we|they|a|an) (?:[\w-]+ ){1,3}?(?:\w+ed|is|are|has|have|was|were)\b)"
)
"""How an item begins that asks, below a heading of recommendations."""
# Begins “Kenya to brief all”, not “Access to all”.
TO_ACT = re.compile(
    r"(?!(?:Access|Support|Return|Right|Services|Assistance)\b)"
    r"(?:The )?[A-Z][\w’.-]*(?:(?:,| and| of| the| for)? [A-Z][\w’.-]*| (?:and|of|the|for)\b){0,8}"
    r" to (?!(?:the|a|an|all|each|which|be)\b)[a-z]+\b"
)
# Begins “UN-Habitat to meet”, not “Commitment to end it”.
NAMED_TO_ACT = re.compile(
    r"(?:The )?(?:[\w-]*[A-Z][\w-]*[A-Z][\w-]*"
    r"|[A-Z][\w’.-]+ (?:(?:of|for|and|the) ){0,2}[A-Z][\w’.-]+)"
    r"[^.;:]{0,80}? to (?!(?:the|a|an|all|each|which|be)\b)[a-z]+\b"
)
# Is “Our recommendations”, not “Conclusions and recommendations”.
PURE = re.compile(
    r"\W*(?:[\dA-Z]{1,5}(?:\.\d+)*[.)]\s+)?(?!conclusion)(?:(?!and\b)\w+ ){0,2}"
    r"(?:recommendations?|asks|calls? to action|proposals|commitments|pledges|recommended actions?"
    r"|recommandations|recomendaciones)"
    r"(?: (?:to|for|on|of|from|by|aux?|à|pour|al?|para)\b.*|\s?/\s?\w+)?\W*",
    re.I,
)
# Matches “call on States to”, not “call on States to act”.
WITHOUT_COLON = re.compile(r"\b(?:to|that|should|must|shall)\Z")
"""The end of what leads over to a list without a colon."""
# Matches “standards, such as:”, not “recommendations, such as the following:”.
ILLUSTRATING = re.compile(
    r"\b(?:such as|including(?: (?:by|through))?|for (?:example|instance)|e\.\s?g\.|namely"
    r"|like|inter alia|(?:in particular|especially|notably),? "
    r"(?:by|through|with regard to|in))\W*:\W*\Z",
    re.I,
)
"""The end of an item whose points say more of it, and are no recommendations of their own."""

# Begins “Vigorously end it”, not “End it”.
ADVERB = re.compile(r"(?:[A-Z][a-z]+ly(?: and [a-z]+ly)?|Also|Further|Always),? (?=[a-z])")
# Is “Suggested actions:”, not “The following actions are recommended:”.
STEPS = re.compile(
    r"\W*(?:(?:suggested|proposed|possible|concrete|key|specific|recommended|priority|main|detailed|"
    r"related|sub-?)[\s-]?)+(?:actions?|steps|measures|activities|recommendations)\W*",
    re.I,
)
"""What stands before the steps of a labelled recommendation, which are none of their own."""
# Matches “7.1 Conclusions” and “Lessons learned”, not “Conclusions and recommendations”.
FINDINGS = re.compile(r"\b(?:conclusions?|lessons|findings|observations)\b(?!.*\brecommend)", re.I)

# Matches “Train all	Noted”, not “Train all	(Togo)”.
CELLS = re.compile(r"\t(?!\s*\()")


def asks_for(profile: Profile, words: str) -> bool:
    """Whether words say what should be done."""
    own = REPORTED.sub("", RELATIVE.sub("", words))
    return bool(ASKS.search(own)) or is_imperative(profile, words)


def is_of_answers(words: str) -> bool:
    """Whether words only say what is answered, to which recommendations or to one of a number."""
    return bool(OF_ANSWERS.match(words) or ANSWER_ALONE.fullmatch(words))


def is_to_act(words: str) -> bool:
    """Whether words begin with who is to do something: “IOM to brief all”."""
    return bool(TO_ACT.match(words))


def is_named_to_act(words: str) -> bool:
    """Whether words begin with a name of several capitals that is to do something."""
    return bool(TO_ACT.match(words) and NAMED_TO_ACT.match(words))


def is_imperative(profile: Profile, words: str) -> bool:
    """Whether words begin with a verb that asks, an adverb before it or not."""
    adverb = ADVERB.match(words)
    rest = words[adverb.end() :] if adverb else ""
    verbs = [words, rest[:1].upper() + rest[1:]] if rest else [words]
    return any(profile.find("imperatives", each) for each in verbs)


def recommends(profile: Profile, words: str) -> bool:
    """Whether a sentence of the narrative recommends, and does not tell what others did."""
    found = profile.find("sentences", words)
    return found is not None and not profile.find("other_sentences", words)


def says_more(profile: Profile, words: str) -> bool:
    """Whether a paragraph below a title that asks says once more what should be done."""
    return is_imperative(profile, words) or bool(SHOULD.match(words))


def tells(profile: Profile, words: str) -> bool:
    """Whether words say what is or was, and not what should be done."""
    return bool(TELLS.search(words)) and not asks_for(profile, words)


def is_row(words: str) -> bool:
    """Whether words are a row of a table, tabs between its cells: what it asks for is read from the
    table."""
    return bool(CELLS.search(words.strip()))


def is_title(words: str) -> bool:
    """Whether words may be a title: they are few, and end without a sign."""
    return len(words) <= LONGEST_TITLE and not words.endswith((".", ";", ":"))


# Matches “The recommendations listed below were”, not “The recommendations above were”.
BELOW = re.compile(
    r"\brecommendations?\s+(?:\w+\s+){0,3}below\b|\bfollowing\s+recommendations\b", re.I
)


def leads(profile: Profile, words: str) -> bool | None:
    """Whether a paragraph introduces recommendations, something else, or says neither.

    Its last sentence tells, or else all of it; nouns of one sentence tell nothing of what another
    ends with (“There are challenges. These steps could be taken:”).
    """
    whole = words[-LONGEST_LEAD_IN:]
    whole = f"{whole}:" if WITHOUT_COLON.search(whole) else whole
    *_, (last, _) = (0, 0), *sentences(whole, 0, len(whole))
    found = _told(profile, whole[last:]) if whole.endswith(":") else None
    if found is not None:
        return found
    told, other = _told(profile, whole), profile.find("other_lead_ins", whole)
    across = other is not None and other.start() < last < other.end()
    return None if across and not told else told


def head_asks(profile: Profile, head: str) -> bool:
    """Whether the words before a list in running text introduce recommendations."""
    tail = head[-LONGEST_LEAD_IN:]
    return _told(profile, tail if tail.endswith(":") else tail.rstrip(" ,;") + ":") is True


def _told(profile: Profile, words: str) -> bool | None:
    asks = profile.find("lead_ins", words)
    other = profile.find("other_lead_ins", words)
    if asks and other:
        return asks.start() > other.start() or BELOW.search(words) is not None
    return True if asks else False if other else None
