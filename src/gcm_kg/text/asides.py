"""What may stand between a word that asks and a name without parting them."""

from __future__ import annotations

import re

DIGITS, LETTERS = r"\d[\d.]*(?:\s*\(\w{1,4}\))*", r"(?:\(\w{1,4}\))+"
NUMBERING = rf"(?:{DIGITS}|{LETTERS})"
PINPOINT = (
    r"(?:(?:sub)?paragraphs?|paras?\.?|articles?|arts?\.?|chapters?|sections?|annex(?:es)?)"
    rf"\s+{NUMBERING}"
)
"""A place within an instrument: article 6, Art. 6, paragraph (a)(vi)."""
FURTHER = (
    rf"(?:,\s*|\s+)(?:(?:and|or|to)\s+)?(?:{PINPOINT}|{DIGITS})"
    rf"|(?:,\s*(?:(?:and|or|to)\s+)?|\s+(?:and|or|to)\s+){LETTERS}"
)
"""A further one. Letters behind a blank alone belong to the number before them, so that there is
one way only to read "article 6 (a) (b) (c)"."""
YEARS = r"\(?\d{4}\s*[-–]?\s*\d{4}\)?"
"""Of a plan: 2005-2009, whose hyphen folding takes away."""
# Matches “at the national level”, not “at the border”.
ASIDE = re.compile(
    r"\bat\s+(?:the\s+)?[\w\s,-]{1,50}?\blevels?\b"
    r"|,?\s*\b(?:where|as|if)\s+(?:appropriate|applicable|possible|necessary|needed)\b,?"
    r"|,?\s*\bif\s+(?:it|they)\s+ha(?:s|ve)\s+not\s+(?:yet\s+|already\s+)?done\s+so\b,?"
    r"|,?\s*\b(?:as\s+soon\s+as\s+(?:it\s+is\s+)?(?:possible|practicable|feasible)|not\s+only"
    r"|at\s+the\s+earliest(?:\s+(?:possible\s+)?(?:time|date|opportunity|convenience))?"
    r"|at\s+an\s+early\s+(?:date|stage)|as\s+an?\s+(?:matter\s+of\s+)?(?:priority|urgency)"
    r"|in\s+a\s+timely\s+manner|in\s+due\s+course|in\s+the\s+near\s+future|without"
    r"\s+(?:any\s+|further\s+|undue\s+)?(?:delay|reservations?|conditions?)"
    r"|(?:all|most|some|many|any|each|both)\s+of|an?\s+(?:\w+\s+)?number\s+of"
    r"|in\s+(?:its|their)\s+entirety|in\s+good\s+faith|with\s+immediate\s+effect|in\s+all\s+circumstances"
    r"|by\s+law|in\s+practice"
    r"|in\s+(?:(?:national|domestic|its|their)\s+)?(?:law|legislation)(?:\s+and\s+(?:in\s+)?practice)?)\b,?"
    rf"|\b{PINPOINT}(?:{FURTHER}){{0,20}},?\s+(?:of|in)\b"
    r"|\b(?:targets?|goals?|objectives?|indicators?)\s+\d[\d.]*(?:[a-z]\b)?(?:\s+and\s+\d[\d.]*(?:[a-z]\b)?)?\s+of\b"
    r"|,\s*(?:in|on)\s+(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?\d{4},"
    r"|\b(?:provisions|principles|objectives|goals|terms|obligations|commitments|requirements|duties|"
    r"pledges|undertakings|responsibilities|engagements|articles|standards)"
    r"(?:\s+and\s+(?:principles|obligations|commitments|requirements|standards))?"
    r"\s+(?:(?:set\s+out|laid\s+down|contained|contemplated|enshrined|established|foreseen|made|given"
    r"|entered\s+into|assumed)\s+)?"
    r"(?:of|in|under|arising\s+from|flowing\s+from)\b"
    rf"|\b(?:plan|programme)\s+of\s+action\s+(?:{YEARS}\s+)?of\b"
    r"|\b(?:first|second|third|fourth|fifth)\s+phase\s+of\b",
    re.I,
)
"""What may stand between a cue and a name without parting them."""
# Matches “that have not yet done so ”, not “that have not ratified ”.
NOT_DONE_SO = re.compile(
    r"(?:\b(?:that|which|who)\s+)?\b(?:have|has|had)\s+(?:not|yet)\s+(?:yet\s+|already\s+|to\s+)?(?:done|do)\s+so\b,?\s*",
    re.I,
)
"""Who has not done what is asked: it denies nothing."""
# Matches “made upon the ”, “thank them for ” and “on how ”, not “call upon all to ”.
DONE_BY_THEN = re.compile(
    r"(?:\b(?:upon|after|(?<!the )following|how|whether|why)"
    r"|\b(?:thank|congratulat|commend|prais|applaud)\w*\s[^.;:,]{1,60}?\s(?:for|on)(?: having)?)"
    r"\s+(?:(?:the|its|their)\s+)?\Z",
    re.I,
)
"""In front of a noun or participle: it is done then, was done, or is in question."""
MANNER = r"\b(?:expeditiously|speedily|promptly|swiftly|rapidly|immediately|effectively|fully)\b"
"""How soon or how well something is to be done, before what it is done to."""
KIND = (
    r"(?:treaties|instruments|conventions|covenants|protocols|agreements"
    r"|(?:humanitarian|human\s+rights|international|refugee|labour)\s+(?:law|norms|standards)"
    r"|(?:international|human\s+rights|treaty)\s+(?:obligations|commitments))"
)
# Is “ all core human rights treaties to which it is not a party”, not “ the States”.
KIND_OF_INSTRUMENT = re.compile(
    rf",?\s*(?:[\w'’-]+\s+){{0,6}}?(?:of\s+)?(?:[\w-]+\s+){{0,5}}?{KIND}"
    r"(?:\s+(?:to\s+which|that|which|it|on|in)\b[^,;.]{0,70})?\s*",
    re.I,
)
"""What kind of names follows, before "in particular", "including" or a bracket."""
# Begins “ principles”, not “ Committee”.
HELD_BEHIND = re.compile(r"\s+(?:principles|standards|requirements|norms|rules|articles)\b")
"""What an instrument holds, named by it: "the CEDAW principles"."""
