"""Knows lines of a source text by their looks: headings, page numbers, lines that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from gcm_kg.text.layout import BYTE_ORDER_MARK, LONE_MARKER, MARKER, PAGE_NUMBER, RULE

# Is “III. Areas of discussion”, not “III Areas”.
NUMBERED = re.compile(r"(?P<label>[IVXL]+|\d{1,2}|[A-Za-z])\.\s+(?P<title>\S.*)", re.DOTALL)
"""A numbered line: "III. Areas of discussion", "2. Panel on …", "c. Protection …"."""
LONGEST_HEADING = 200
MOST_LINES = 4
"""Code points and lines of a heading."""
# Is “Your Excellency,”, not “Excellency”.
SALUTATION = re.compile(r"(?:Your )?Excellenc(?:y|ies),|Dear [^.]{1,80},")
# Is “Table of contents”, not “the contents”.
CONTENTS = re.compile(r"(?:table of )?contents:?", re.I)
# Is “Annex II: Programme”, not “annexed,”.
ANNEX = re.compile(
    r"(?:annexe?|appendix|attachment)(?: (?:[IVX]+|\d{1,2}|[A-Z]))?(?:\s*[:.–—-]\s*\S.{0,100})?"
    r"(?<![.,;])",
    re.I,
)
SENTENCE_END = (".", "!", "?", "…", ":", ";", "”", '"', "’", "*", ")")
# Matches “protection of”, not “protection offered”.
OPEN_END = re.compile(
    r"(?:\b(?:a|an|and|as|at|by|for|from|in|of|on|or|that|the|to|which|with)|[,\-–])\Z", re.I
)
"""Ends of a line after which the phrase must go on."""
# Matches “see paragraph”, not “see below”.
BEFORE_NUMBER = re.compile(r"\b(?:articles?|goals?|paragraphs?|parts?|phase|sections?|targets?)\Z")
"""Ends of a line after which a number is no heading."""
TAIL = 20
"""Code points at the end of a line that the two patterns above need."""
# Begins “Priority: high” and “Addressed to: agencies”, not “Priorities are”.
FIELD = re.compile(
    r"\s*[(*_]*(?i:priority|urgency|importance|addressed to|responsib(?:le|ility)|lead|action by"
    r"|time ?(?:frame|line)|deadline|target date|due|status|(?:management )?response|impact"
    r"|level|type|indicators?|baseline|targets?|means of verification|budget|outputs?"
    r"|(?:key|planned|agreed|follow-up) actions?|actions? (?:taken|planned)"
    r"|(?:resource )?implications|linked to|based on|rationale)\b[^:.;]{0,40}(?::|\s[–—-]\s)"
    r"|\s*[(*_]*(?i:(?:high|medium|low|top)[ -](?:priority|importance|urgency)\s*[.;,|)])"
)
"""A line below a recommendation that says something of it, and is no part of it."""
# Begins “The recommendations listed above enjoy”, not “The recommendations below enjoy”.
REPLY = re.compile(
    r"\s*(?:(?:The )?[A-Z][\w’.-]*(?: [\w’.-]+){0,6} (?:(?:has|have|had|did|does|do) )?"
    r"(?:(?:partially|partly|fully|not|also) )?"
    r"(?:accept|agree|reject|note|support|concur|disagree)(?:s|d|ed)?(?: (?:with|to))?"
    r" (?:(?:the|this|both|all) )?(?:(?:above|audit|board’s) )?recommendations?\b"
    r"|Responsible (?:unit|part|entit|office|bod)\w*(?:\((?:s|ies)\))? Priority\b"
    r"|(?:All )?(?:[Tt]he|(?:of )?[Tt]hese)"
    r" (?:recommendations (?:\w+ )?above|above[- ](?:mentioned )?recommendations)"
    r" (?:enjoy|have|were|are|will|did|do)\b"
    r"|Recommendations? \d+(?: and \d+)? (?:remains?|has been|have been|is|are|was|were)\b)"
)
"""A line below a recommendation with what those who were asked said to it."""
# Begins “Recommendation: Train”, not “Recommendations”.
NAMED = re.compile(
    r"\s*(?:(?:full )?text|(?:the )?recommendation|description|wording)[\t:]\s*(?=\S)", re.I
)
"""What a form says before the words of a recommendation."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number, from 1, and its start in the text (code points)."""

    number: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """The place behind its last word."""
        return self.start + len(self.text.rstrip())

    @property
    def indent(self) -> int:
        """The column of its first sign, with tabs every eight columns."""
        text = self.text.expandtabs()
        return len(text) - len(text.lstrip())

    @property
    def is_layout(self) -> bool:
        """Whether it holds a page number or a rule, and no words."""
        return bool(PAGE_NUMBER.fullmatch(self.text) or RULE.fullmatch(self.text))

    @property
    def is_lone_marker(self) -> bool:
        """Whether it holds a list marker only."""
        return bool(LONE_MARKER.fullmatch(self.text))

    @property
    def stands_alone(self) -> bool:
        """Whether it is a block of its own, even without blank lines around it."""
        words = self.text.strip()
        return any(pattern.fullmatch(words) for pattern in (SALUTATION, CONTENTS, ANNEX))

    def behind(self, lead: int) -> Line:
        """The rest of the line behind so many code points and the white space there."""
        rest = self.text[lead:]
        lead += len(rest) - len(rest.lstrip())
        return Line(self.number, self.start + lead, self.text[lead:])


def groups(text: str) -> Iterator[list[Line]]:
    """The lines of the text that no blank lines part, group by group.

    A byte order mark belongs to no line.
    """
    for blank, lines in groupby(_lines(text), key=lambda line: not line.text.strip()):
        if not blank:
            yield list(lines)


def _lines(text: str) -> Iterator[Line]:
    start = len(text) - len(text.removeprefix(BYTE_ORDER_MARK))
    for number, line in enumerate(text[start:].split("\n"), 1):
        yield Line(number, start, line)
        start += len(line) + 1


def heading_lines(first: Line, following: Sequence[Line]) -> int:
    """How many lines the numbered heading has that begins with a line; 0 if it begins none.

    A heading is short and not a sentence. It goes on with a line that begins with a small letter,
    or when its words so far cannot be its end.
    """
    words = first.text.strip()
    if not NUMBERED.fullmatch(words[:LONGEST_HEADING]):
        return 0
    count = 1
    for line in following[: MOST_LINES - 1]:
        if len(words) > LONGEST_HEADING or _begins_anew(line):
            break
        begins_small = line.text.lstrip()[0].islower()
        if not begins_small and not OPEN_END.search(words[-TAIL:]):
            break
        words, count = f"{words} {line.text.strip()}", count + 1
    too_long = len(words) > LONGEST_HEADING
    return 0 if too_long or words.endswith((".", ";", ",")) else count


def _begins_anew(line: Line) -> bool:
    return bool(
        line.is_layout
        or line.stands_alone
        or MARKER.match(line.text)
        or NUMBERED.match(line.text.lstrip())
    )
