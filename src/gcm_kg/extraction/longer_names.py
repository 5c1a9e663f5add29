"""Labels that are only a part of the name of another thing, and names in addresses.

The rule is described in data/vocabulary/rules.ttl. The other thing is not known here: its whole
name is kept, unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.extraction.operative_verbs import verbs_alone
from gcm_kg.model.document import Part
from gcm_kg.model.statements import Mention
from gcm_kg.rdf.namespaces import GCM
from gcm_kg.text.asides import PINPOINT
from gcm_kg.text.name_shapes import CAPITALIZED, NOUN, OPENING, SENTENCE_START, SYMBOL

Span = tuple[int, int]

# Matches “https://example.org/UNTOC/”, “desk@untoc.example” and “UNTOC.pdf”, not “UNTOC. Then”.
ADDRESS = re.compile(
    r"(?<![\w.+@-])(?:(?:https?|ftp)://\S+|www\.\S+|[\w.+-]++@[\w-]+\.[\w.-]+"
    r"|(?:[\w-]++\.)+(?:pdf|docx?|html?|xlsx?|txt|rtf|zip|csv|xml|json|ttl|pptx?|png|jpe?g)\b"
    r"|(?:[\w-]++\.)+(?:org|int|com|net|edu)\b(?:[/?#]\S*)?)"
)
# Matches “CRC/C/GC/22”, not “A/B”.
DOCUMENT_SYMBOL = re.compile(SYMBOL)
# Matches “Council Regulation (EC) No 810/2009”, not “the regulation of 2009”.
ACT_OF_UNION = re.compile(
    r"\b(?:(?:Council|Commission)\s+)?(?:(?:Implementing|Delegated)\s+)?(?:Regulation|Directive|Decision)\s+"
    r"\((?:EU|EC|EEC|CFSP)(?:,\s*Euratom)?\)\s+(?:[Nn]o\.?\s*)?\d{1,4}/\d{1,4}\b"
)
"""By its number; the letters in brackets name nobody."""
NUMBERS = r"(?:\s+(?:(?:[Nn]os?\.?\s*)?\d+(?:(?:,|\s+and)\s+\d+)*|[IVX]+(?:\s+and\s+[IVX]+)?))"
"""Of which of several protocols a name is: “No. 14”, “Nos. 12 and 13”."""
ABOUT = (
    r"(?:(?:Legislative|Implementation|Practical|Technical)\s+)?(?:Guides?|Handbook|Manual|Commentary)"
    r"|Explanatory\s+(?:Report|Note)"
    r"|(?:Conference|Assembly|Meeting)\s+of\s+(?:the\s+)?(?:States\s+)?Parties"
)
"""What is written on a treaty, and who meets because of it."""
# Matches “Ratify the 2014 Protocol to the ”, not “Ratify the two Protocols to the ”.
DERIVED = re.compile(
    rf"\b(?:(?:First\s+|Second\s+|Third\s+)?(?:[Oo]ptional|[Aa]dditional)\s+[Pp]rotocols?{NUMBERS}?"
    rf"|(?:\d{{4}}\s+)?[Pp]rotocol(?:\s+of\s+\d{{4}})?|[Pp]rotocols?{NUMBERS}|[Aa]mendments?"
    r"|[Gg]eneral\s+(?:[Cc]omments?|[Rr]ecommendations?)(?:\s+(?:[Nn]os?\.?\s*)?\d+)?(?:\s*\(\d{4}\))?"
    rf"|{ABOUT})"
    r"\s+(?:to|on|of|under|concerning|for)\s+"
    rf"(?:{PINPOINT}(?:,\s*{PINPOINT})*,?\s+of\s+)?(?:the\s+)?\Z"
)
# Matches “general comment No. 5 (2021) on migrants’ rights”, not “general comments on the report”.
OF_COMMITTEE = re.compile(
    r"\b[Gg]eneral\s+(?:[Cc]omment|[Rr]ecommendation)\s+[Nn]o\.?\s*\d+(?P<year>\s*\(\d{4}\))?"
    r"(?P<subject>\s+(?:on|concerning|regarding)(?:\s+(?!(?:to|that|which|who|when|where|as|with|under|"
    r"pursuant|should|must|shall|is|are|was|were|has|have|including"
    r"|in\s+(?:line|accordance|compliance|conformity|light|view|order|keeping|all|its|their))\b)"
    r"[^\s,.;:()]+){1,24})?"
)
"""What a committee says of its treaty, with what that is about."""
# Matches “ and adopt”, not “ or adopt”.
JOINED_VERB = re.compile(r"\s+and\s+(?P<verb>\w+)")
NAME_WORD = rf"(?:{CAPITALIZED}|[A-Z]{{2,}})"
# Matches “of the African Union ”, not “of the regional ”.
MODIFIERS = re.compile(rf"\b{NAME_WORD}(?:\s+(?:(?:of|and)\s+)?{NAME_WORD})*\s+\Z")
# Is “United Nations ”, not “African Union ”.
SAME_THING = re.compile(
    r"(?:(?:the\s+)?(?:United\s+Nations|UN|International|ILO|Labour|Palermo|Supplementary)\s+)+"
)
# Begins “ Optional Protocol on the sale”, not “ and its Optional Protocol”.
PROTOCOL_BEHIND = re.compile(
    r"(?:['’]s?)?\s+(?:(?:First|Second|Third|first|second|third)\s+)?(?:[Oo]ptional|[Aa]dditional)\s+[Pp]rotocols?\b"
)
# Begins “ Committee” and “ (Review Mechanism) Rules”, not “ and the Committee”.
BODY = re.compile(
    rf"\s+(?:\({NAME_WORD}(?:\s+{NAME_WORD})*\)\s+)?"
    r"(?:Committee|Secretariat|Rules|Review\s+Mechanism|Mechanism|Working\s+Group|Conference|Fund"
    r"|Bureau|Commission|Toolkit|Handbook|Forum|Action\s+Plan|Strategy|Platform)\b"
)
# Begins “ (Implementation) Bill”, “ Act 2003”, not “ and the Act”.
STATUTE = re.compile(
    r"(?:\s+\([A-Z][\w' -]+\))?\s+(?:(?:Amendment|Implementation|Enforcement|Ratification)\s+)?"
    r"(?:Act|Bill|Law|Ordinance|Decree|Regulations?)\b(?:,?\s+(?:of\s+)?(?:1[89]|20)\d\d\b)?"
)
"""A law of one State that carries out a treaty is named after it."""
# Is “OAU ”, not “Palermo ”.
ORGANIZATION = re.compile(r"[A-Z]{2,}\s+|(?:\w+an|Council\s+of\s+Europe)\s+")
# Matches “the Refugee Convention”, not “Convention on Refugees”.
LAST_NOUN = re.compile(rf"\b{NOUN}\Z")
# Begins “Convention against”, not “Trafficking Protocol”.
HEAD_FIRST = re.compile(NOUN)
# Begins “ of the Council of Europe” and “ of the city”, not “ of 31 October”.
OF_BODY = re.compile(
    r"\s+of\s+(?:(?:the|its|their)\s+)?(?=(?:city|municipal|provincial|regional|national|local|party|"
    r"trade|(?!January|February|March|April|May|June|July|August|September|October|November|December)"
    rf"{CAPITALIZED})\b)(?P<body>\w+(?:\s+(?:(?:of|and)\s+(?:the\s+)?)?{NAME_WORD})*)"
)
"""Behind the number of a resolution: whose it is."""
REACH = 120
"""Code points before a label in which the name of another thing may begin."""


def keep_longer_names(found: MentionIndex) -> None:
    """Takes back what a longer name, a document symbol or an address only contains."""
    for leaf in found.leaves:
        _addresses_and_symbols(found, leaf)
        _general_comments(found, leaf)
    for mention in found.all():
        if any(found.vocabulary.is_a(entity, "Instrument") for entity in mention.entities):
            span = _whole_name(found, mention)
            if span != (mention.start, mention.end):
                replace_names(found, span)
    found.named = {entity for mention in found.all() for entity in mention.entities}


def _addresses_and_symbols(found: MentionIndex, leaf: Part) -> None:
    for address in ADDRESS.finditer(found.text, leaf.start, leaf.end):
        for mention in found.inside(*address.span()):
            found.remove(mention)
        found.take("names", address.span())
    for act in ACT_OF_UNION.finditer(found.text, leaf.start, leaf.end):
        inside = found.between(*act.span())
        if not any(found.vocabulary.is_a(e, "Instrument") for m in inside for e in m.entities):
            replace_names(found, act.span())
    for symbol in DOCUMENT_SYMBOL.finditer(found.text, leaf.start, leaf.end):
        if symbol.span() not in {(m.start, m.end) for m in found.between(*symbol.span())}:
            replace_names(found, symbol.span())


def _general_comments(found: MentionIndex, leaf: Part) -> None:
    """General comments of committees, each one name with its subject: that gives no themes."""
    verbs = found.vocabulary.prepared("verbs alone", verbs_alone)
    for comment in OF_COMMITTEE.finditer(found.text, leaf.start, leaf.end):
        start, end = comment.span()
        joined = (j for j in JOINED_VERB.finditer(found.text, start, end) if j["verb"] in verbs)
        end = next((j.start() for j in joined), end)
        inside = found.between(start, end)
        if any(found.vocabulary.is_a(e, "Instrument") for m in inside for e in m.entities):
            continue
        replace_names(found, (start, end))


def _whole_name(found: MentionIndex, mention: Mention) -> Span:
    """Where the name of which a mention is a part begins and ends; its own place if of none."""
    low = max(mention.part.start, mention.start - REACH)
    before = found.text[low : mention.start]
    if found.vocabulary.is_a(mention.entities[0], "Resolution"):
        return _of_other_body(found, before, mention)
    start, end = mention.start, mention.end
    if derived := DERIVED.search(before):
        start = low + derived.start()
    elif _is_modified(found, before, mention) or _is_of_others(found, before, mention):
        start = low + _modifiers_start(before)
    behind = [BODY, STATUTE]
    if found.text[mention.start : end].isupper():
        behind.append(PROTOCOL_BEHIND)
    more = (pattern.match(found.text, end, mention.part.end) for pattern in behind)
    return start, next((match.end() for match in more if match), end)


def _of_other_body(found: MentionIndex, before: str, mention: Mention) -> Span:
    """Where the name of a resolution of this number begins and ends that another body adopted:
    "African Union resolution 12", "resolution 12 of the Parliamentary Assembly"; else its place."""
    entity, get = mention.entities[0], found.vocabulary.get
    start, end = mention.start, mention.end
    issuers = {*get(entity, GCM + "issuedBy")}
    issuers |= {whole for issuer in issuers for whole in get(issuer, GCM + "partOf")}
    words = before[_modifiers_start(before) :]
    names = [*found.between(start - len(words), start)]
    if (names or len(words.split()) > 1) and not _is_one(names, issuers):
        start -= len(words)
    match = OF_BODY.match(found.text, end, mention.part.end)
    if match and not _is_one(found.between(match.start("body"), match.end()), issuers):
        end = match.end()
    return start, end


def _is_one(mentions: Iterable[Mention], entities: set[str]) -> bool:
    """Whether something is mentioned that is one of some things."""
    return any(not entities.isdisjoint(mention.entities) for mention in mentions)


def _is_of_others(found: MentionIndex, before: str, mention: Mention) -> bool:
    """Whether another organization stands before a name that ends with its noun.

    "OAU Refugee Convention" is not the Refugee Convention; "UNHCR" before a name would be its
    issuer, or is no part of it where a verb or nothing stands before.
    """
    words = before[_modifiers_start(before) :]
    name = found.text[mention.start : mention.end]
    if not ORGANIZATION.fullmatch(words) or _issuer(found, words, mention):
        return False
    if SAME_THING.fullmatch(words) or not LAST_NOUN.search(name):
        return False
    names = found.between(mention.start - len(words), mention.start)
    return not any(found.vocabulary.is_a(e, "Instrument") for m in names for e in m.entities)


def _is_modified(found: MentionIndex, before: str, mention: Mention) -> bool:
    """Whether capitalized words make another thing of a name that begins with its noun.

    "African Union Convention against Corruption" is not UNCAC; "United Nations Convention" may be,
    and "Ratify Convention" is, as nothing but the beginning of a sentence has made a capital.
    """
    if not HEAD_FIRST.match(found.text, mention.start):
        return False
    words = before[_modifiers_start(before) :]
    return bool(words) and not SAME_THING.fullmatch(words) and not _issuer(found, words, mention)


def _issuer(found: MentionIndex, words: str, mention: Mention) -> bool:
    """Whether the words before an instrument name who issued it: "ILO Forced Labour Convention"."""
    before = found.between(mention.start - len(words), mention.start)
    issuers = {actor for m in before for actor in m.entities}
    get = found.vocabulary.get
    return any(a in issuers for e in mention.entities for a in get(e, GCM + "issuedBy"))


def _modifiers_start(before: str) -> int:
    """Where the capitalized words that end a stretch begin, without those that open a sentence."""
    match = MODIFIERS.search(before)
    if match is None:
        return len(before)
    if not SENTENCE_START.search(before[: match.start()]):
        return match.start()
    opening = OPENING.match(match[0]) or re.match(r"\S+\s+", match[0])
    return match.start() + (opening.end() if opening else 0)


def replace_names(found: MentionIndex, span: Span) -> None:
    """One unresolved name instead of the instruments in it."""
    for mention in found.inside(*span):
        if mention.layer == "names":
            found.remove(mention)
    found.add(span, (), "names", "longer-name")
