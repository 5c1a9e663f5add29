"""Acronyms of treaties that stand for the body which watches over the treaty: "CEDAW recommended".

The rule is described in data/vocabulary/rules.ttl. Which body it is, a label of it tells: "CEDAW
Committee"; where none does, the name is kept, unresolved.
"""

from __future__ import annotations

import re

from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import Vocabulary

SAID = (
    r"(?:recommendations?|observations?|comments?|views?|suggestions?|concerns?|conclusions?|"
    r"findings?|decisions?|requests?|questions?|opinions?|jurisprudence|advice)"
)
"""What a body says, and no treaty."""
# Matches “recommendations made by the ”, not “the provisions of ”.
SAID_BY = re.compile(
    rf"\b(?:{SAID}\s+(?:\([^()]*\)\s+)?(?:[\w-]+\s+){{0,3}}?(?:by|of|from)"
    r"|(?:recommended|requested|suggested|urged|advised|expressed|raised|noted|highlighted|voiced|"
    r"reviewed|examined|considered|issued)\s+by|(?:members?|experts?|sessions?|chair\w*|meetings?)\s+of"
    r"|(?:letters?|communications?|statements?|submissions?|inputs?|lists?\s+of\s+issues)\s+(?:from|by)"
    r"|(?:informed|told|assured|asked|invited|thanked)"
    r"|(?:dialogue|cooperat\w+|collaborat\w+|engage\w*|discussions?)\s+with"
    r"|(?:report(?:s|ed|ing)?|repl(?:y|ies)|responses?|submissions?|submit\w*|information)\s+"
    r"(?:[\w-]+\s+){0,3}?to(?:\s+both)?)\s+(?:the\s+)?"
    r"(?:(?-i:[A-Z]{3,})(?:,\s*|,?\s+and\s+)(?:the\s+)?)*\Z",
    re.I,
)
ADVERB = (
    r"(?:also|further|however|again|strongly|therefore|similarly|likewise|in addition|particularly|"
    r"in \d{4}|in particular|seriously|highly|deeply|gravely|still|inter alia)"
)
SPOKE = (
    r"(?:recommended|suggested|requested|urged|noted|welcomed|regretted|expressed|observed|stated|"
    r"took\s+note|commended|acknowledged|considered|drew|reiterated|encouraged|invited|asked|called|"
    r"highlighted|stressed|emphasi[sz]ed|underlined|examined|reviewed|deplored|appreciated|"
    r"recalled|reminded|advised|issued|(?:(?:was|were|is|remained|remains)\s+(?:\w+ly\s+|also\s+)*"
    r"(?:concerned|alarmed|pleased|encouraged\s+by)))"
)
"""What only a body did, said in the past: a treaty requires, and is ratified."""
# Begins “ recommendations”, “’s concluding observations”, not “ obligations”.
SAYS = re.compile(
    rf"(?:['’]s?)?\s+(?:(?:concluding|final|previous|general|recent)\s+)?(?:{SAID}|members?|experts?|"
    r"sessions?|bod(?:y|ies))\b",
    re.I,
)
# Begins “ was seriously concerned” and “) also noted”, not “ was ratified”.
SPEAKS = re.compile(rf"\)?,?\s+(?:(?:has|have|had)\s+)?(?:{ADVERB},?\s+){{0,3}}{SPOKE}\b", re.I)
# Matches “under the ”, not “concerning prisons, ”.
NO_SUBJECT = re.compile(r"\b(?:under|with|of|to|in|into|by|from|on|for|per)\s+(?:the\s+)?\Z", re.I)
BODY = r"(?:[Cc]ommittees?|[Rr]apporteurs?|bod(?:y|ies)|procedures?|Human\s+Rights\s+Council|HRC)"
# Matches “the Human Rights Committee and ”, not “the committee on ”.
BEHIND_BODY = re.compile(
    rf"\b{BODY}(?:\s+(?:on|against)(?:\s+[\w-]+){{1,8}}?)?\s*(?:,|,?\s*\band)\s+(?:the\s+)?\Z"
)
# Matches “the Committee on the Rights of the Child (”, not “the committee (”.
NAMED_BEFORE = re.compile(r"\bCommittee\s+(?:on|against)\s[^().;:]{3,110}\(\s*\Z")
# Begins “ and the Human Rights Committee”, not “ and its Protocol”.
BEFORE_BODY = re.compile(
    rf"(?:\s*,|,?\s+and)\s+(?:the\s+)?(?:(?:Human\s+Rights\s+|UN\s+|treaty\s+)?{BODY})\b"
)
# Is “ and the ”, not “ under the ”.
BESIDE = re.compile(r"\s*(?:,|/|,?\s*\b(?:and|or))\s*(?:the\s+)?")
REACH = 140
"""Code points before an acronym in which it is said what it stands for."""


def name_bodies(found: MentionIndex) -> None:
    """Takes back the treaties of acronyms that stand for a body, and of those listed with them, and
    names the bodies."""
    bodies = found.vocabulary.prepared("treaty bodies", acronyms_of_bodies)
    for leaf in found.leaves:
        listed: list[list[Mention]] = []
        for mention in found.between(leaf.start, leaf.end):
            if _is_acronym(found, mention):
                last = listed[-1][-1] if listed else None
                if last and BESIDE.fullmatch(found.text, last.end, mention.start):
                    listed[-1].append(mention)
                else:
                    listed.append([mention])
        for together in listed:
            if any(_is_body(found, mention) for mention in together):
                for mention in together:
                    found.remove(mention)
                    body = bodies.get(found.text[mention.start : mention.end])
                    span = (mention.start, mention.end)
                    found.add(span, (body,) if body else (), "names", "treaty-body")


def acronyms_of_bodies(vocabulary: Vocabulary) -> dict[str, str]:
    """The body for which each acronym may stand, by its labels: "CEDAW Committee"."""
    ends = ((label.text.removesuffix(" Committee"), label) for label in vocabulary.labels)
    return {
        acronym: label.entity
        for acronym, label in ends
        if acronym.isupper() and acronym != label.text and vocabulary.is_a(label.entity, "Actor")
    }


def _is_acronym(found: MentionIndex, mention: Mention) -> bool:
    """Whether a name is written in capitals and is one of a treaty."""
    treaty = any(found.vocabulary.is_a(entity, "Treaty") for entity in mention.entities)
    return treaty and found.text[mention.start : mention.end].isupper()


def _is_body(found: MentionIndex, mention: Mention) -> bool:
    """Whether the words around an acronym say what only a body says or is told."""
    low, high = max(mention.part.start, mention.start - REACH), mention.part.end
    before = found.text[low : mention.start]
    return bool(
        SAID_BY.search(before)
        or BEHIND_BODY.search(before)
        or NAMED_BEFORE.search(before)
        or SAYS.match(found.text, mention.end, high)
        or (SPEAKS.match(found.text, mention.end, high) and not NO_SUBJECT.search(before))
        or BEFORE_BODY.match(found.text, mention.end, high)
    )
