"""Tells whether a line goes on with the words before it, or begins a paragraph of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gcm_kg.reading.lines import BEFORE_NUMBER, NAMED, OPEN_END, REPLY, TAIL, Line
from gcm_kg.reading.mark import Mark
from gcm_kg.reading.marks import marks_of
from gcm_kg.reading.segments import Segment
from gcm_kg.reading.wording import WITHOUT_COLON
from gcm_kg.text.layout import NOTE_MARKS

ENDS = (".", ";", ":", ",", "!", "?", ")", "”", '"', "…", "]", "*", "|")
"""Last signs of a paragraph or item."""
SENTENCE_ENDS = (".", ";", ":", "!", "?")
LONGEST_HEADING = 200
LONGEST_TITLE = 100
"""Code points of a title behind a number."""
SECTIONS = ("roman", "capital")
NUMBERS = (*SECTIONS, "number", "dotted", "label", "code")
SHORT_ITEM = 50
"""Code points of a line of an item that is not short, however long other lines are."""
LEAST_LINE, TITLE, EACH = 12, 0.6, 0.8
"""Code points of lines that tell how long others are; the share of the usual length of a line that
may be a title; the share of those that end a sentence, where each line is a paragraph."""
# Matches “ (arts. 1–4)”, not “ (Peru)”.
OF_ARTICLES = re.compile(r"\s\(arts?\. [^()]{1,40}\)\Z")
"""What stands behind titles in observations of treaty bodies."""
# Is “48th plenary meeting”, not “The 48th meeting”.
MEETING = re.compile(r"\s*\d{1,4}(?:st|nd|rd|th) (?:plenary )?(?:meeting|session)\s*")
"""What stands below the last paragraph of a resolution."""
# Begins “The Act is old” and “Togo signed it”, not “Protect displaced people”.
TOLD = re.compile(
    r"\s*(?:(?:The|This|It|There|We|Accepted|Noted|Supported|Not accepted|Comment|Response|Reply)\b"
    r"|[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,3} (?:is|has|have|was|were|will|does|did|do|cannot|supports"
    r"|notes|accepts|considers|takes|signed|ratified|adopted|acceded|established|recogni[sz]es)\b)"
)
"""What is said of a recommendation below it."""
ROOM = 0.9
"""The share of the length of usual lines that is full for the next word."""
# Begins “Rapporteur: Ann”, not “States: train”.
SAYS = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2}: [A-Z]")
# Is “For the donor:”, not “For the donor and”.
TO = re.compile(r"(?:For|To) (?:the )?[^:.;,]{2,60}:\Z")
UNWRAPPED = 160
"""Code points of usual lines from which each is taken to be a paragraph, also below a title."""
WIDEST, FEW = 140, 0.05
"""Code points of a line wider than a page, and the share of such lines that is more than rows."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between a line and the words before it, and which line is below."""

    blank: bool
    broken: bool
    below: Line | None


def width_of(lines: Sequence[str]) -> int:
    """How long the lines of a text are: as long as paragraphs if some are longer than a page is
    wide, or if nearly each that stands right above another ends a sentence."""
    lengths = sorted(len(line) for line in lines if len(line) > 30)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 80
    if sum(length >= WIDEST for length in lengths) >= max(2, FEW * len(lengths)):
        return max(usual, UNWRAPPED)
    least = max(LEAST_LINE, TITLE * usual)
    above = [line for line, below in pairwise(lines) if below and len(line) > least]
    ended = sum(line.rstrip(NOTE_MARKS).endswith(SENTENCE_ENDS) for line in above)
    return max(usual, UNWRAPPED) if above and ended >= EACH * len(above) else usual


class Continuation:
    """Looks at the last words of a text whose usual lines have so many code points (``width``)."""

    def __init__(self, text: str, width: int) -> None:
        self.text, self.width = text, width

    def tail(self, segment: Segment) -> str:
        """The last code points of a segment, without the marks of notes behind them."""
        return self.text[max(segment.start, segment.end - TAIL) : segment.end].rstrip(NOTE_MARKS)

    def ended(self, last: Segment | None) -> bool:
        """Whether the words before may be the end of a paragraph."""
        return last is None or last.closed or self.tail(last).endswith(ENDS)

    def heads(self, last: Segment | None) -> bool:
        """Whether a number that sections have stands before the words."""
        return last is not None and last.mark is not None and last.mark.style in SECTIONS

    def goes_on(self, line: Line, last: Segment, gap: Gap) -> bool:
        """Whether a line without a mark belongs to the segment before it."""
        begins_small = line.text.lstrip()[0].islower() or line.text.lstrip()[0] == "("
        tail = self.tail(last)
        if tail.endswith(SENTENCE_ENDS) and self._is_another(line, gap.below):
            return False
        if not begins_small and self._tells_of(line, last):
            return False
        if _leads_over(line, last, gap.below) and tail.endswith((";", ".")):
            return False
        if self._is_word(last, gap):
            return True
        if self._is_between(line, last, gap.below):
            return False
        if begins_small or OPEN_END.search(tail) or BEFORE_NUMBER.search(tail):
            return _joins(tail, begins_small, gap)
        if gap.blank or gap.broken:
            return gap.broken and not tail.endswith(ENDS) and not self.short(last)
        return self._fills(line, last)

    def _fills(self, line: Line, last: Segment) -> bool:
        """Whether a line goes on with words above that are so long that they were wrapped."""
        if self.width >= UNWRAPPED:
            return self._hangs(line, last)
        if self.tail(last).endswith(SENTENCE_ENDS):
            return not self.short(last)
        return not self.short(last) or not self._may_be_heading(last)

    def _is_word(self, last: Segment, gap: Gap) -> bool:
        """Whether an item right above is one word without a sign, which asks for nothing alone."""
        if gap.blank or last.mark is None or last.mark.style != "bullet":
            return False
        words = self.text[last.start : last.end].split()
        return len(words) == 1 and words[0][-1:].isalpha()

    def _is_between(self, line: Line, last: Segment, below: Line | None) -> bool:
        """Whether a short line, below one that had room for more, is a title between two items of
        signs, of which the first ends without a sign."""
        if last.mark is None or below is None or OPEN_END.search(self.tail(last)):
            return False
        items = (last.mark.key, *(mark.key for mark in marks_of(below.text)))
        if last.mark.style != "bullet" or items.count(last.mark.key) < 2:
            return False
        return self._had_room(last, line) and self._is_short_title(line, below)

    def _hangs(self, line: Line, last: Segment) -> bool:
        """Whether a line stands further in than the mark of the item before it."""
        begin = self.text.rfind("\n", 0, last.begin) + 1
        return last.mark is not None and line.indent > last.begin - begin

    def _is_another(self, line: Line, below: Line | None) -> bool:
        """Whether a line below the end of a sentence is a reply, or a title."""
        titled = self.stands_before_number(line, below) or self._is_short_title(line, below)
        told = REPLY.match(line.text) or MEETING.fullmatch(line.text)
        titled = titled or self._is_of_articles(line, below)
        return titled or told is not None

    def _is_of_articles(self, line: Line, below: Line | None) -> bool:
        """Whether a line such as “Data (art. 31)” stands before a numbered one."""
        of_articles = OF_ARTICLES.search(line.text.rstrip()) and line.text.lstrip()[0].isupper()
        return bool(of_articles and below) and bool(marks_of(below.text if below else ""))

    def _tells_of(self, line: Line, last: Segment) -> bool:
        """Whether a line behind those who made a recommendation tells of it, or one stands below
        such as “Priority: high”, which does not go on."""
        if last.role == "field":
            return self._had_room(last, line)
        if last.mark is None or last.mark.style != "dotted":
            return False
        tail = self.tail(last)
        told = self._had_room(last, line) or TOLD.match(line.text)
        return tail.endswith(").") or (tail.endswith(");") and bool(told))

    def _is_short_title(self, line: Line, below: Line | None) -> bool:
        """Whether a line is far shorter than others, ends without a sign, and no line goes on."""
        words = OF_ARTICLES.sub("", line.text.strip())
        ends = words.endswith((*ENDS, "-")) or OPEN_END.search(words[-TAIL:])
        small = below is not None and below.text.strip()[0].islower()
        goes_on = below is not None and small and not marks_of(below.text)
        short = len(words) < 0.5 * self.width and words[0].isupper()
        return short and not ends and not goes_on

    def stands_before_number(self, line: Line, below: Line | None) -> bool:
        """Whether a short line without a full stop stands before a numbered one."""
        words = line.text.strip()
        question = words.endswith("?")
        if below is None or (words.endswith((*SENTENCE_ENDS, ",", "-")) and not question):
            return False
        short = len(words) < 0.7 * self.width and not words[0].islower() and words[0].isalpha()
        styles = (*NUMBERS, "bullet") if question else NUMBERS
        return short and any(mark.style in styles for mark in marks_of(below.text))

    def begins_late(self, line: Line, mark: Mark, last: Segment | None, is_first: bool) -> bool:
        """Whether a line such as "II. Conclusions" below a short one heads what follows, although
        no "I." came before; or "18. The Committee" or "2.1 Train" below a title, the first of its
        kind, begins a list."""
        title = line.text[mark.length :].strip()
        if last is None or not title[:1].isupper():
            return False
        roman = mark.style == "roman" and len(mark.label) > 1 and len(title) < LONGEST_TITLE
        if roman and not title.endswith((".", ";", ",", ":")):
            return self.short(last) or self.tail(last).endswith(".")
        if not self.short(last):
            return False
        if mark.key == ("number", ".") or (mark.style == "dotted" and mark.value == 1):
            return is_first and not last.mark and not self.ended(last)
        return False

    def short(self, last: Segment | None) -> bool:
        """Whether the last line ends well before the others do."""
        if last is None:
            return True
        start = self.text.rfind("\n", 0, last.end) + 1
        least = 0.7 * self.width
        if last.mark is not None and last.mark.style not in SECTIONS:
            least = min(least, SHORT_ITEM)
        return last.end - max(start, last.begin) < least

    def _had_room(self, last: Segment, line: Line) -> bool:
        """Whether the last line ends so early that the first word of another would have fitted."""
        start = self.text.rfind("\n", 0, last.end) + 1
        return last.end - start + len(line.text.split()[0]) < ROOM * self.width

    def _may_be_heading(self, last: Segment) -> bool:
        return last.end - last.start <= LONGEST_HEADING


def begin_of_words(line: str, mark: Mark | None, label: str) -> int:
    """Where the words of a recommendation begin in the line below its mark: behind “Text:”, the
    number of the paragraph, or a bracket of its label that goes on."""
    if label.count("(") > label.count(")"):
        return line.find(")") + 1
    if said := NAMED.match(line):
        return said.end()
    marks = marks_of(line) if mark and mark.style == "label" else []
    numbered = marks and (marks[0].style == "dotted" or marks[0].key == ("number", "."))
    return marks[0].length if numbered and marks[0].label != "1" else 0


def _leads_over(line: Line, last: Segment, below: Line | None) -> bool:
    """Whether a line below an item begins anew and ends in a colon, or as what stands before the
    first item of a list, or says who or when something was: “Rapporteur: Ann”."""
    words = line.text.strip()
    is_item = last.mark is not None and last.mark.key != ("number", ".")
    if TO.match(words):
        return True
    first = below and any(mark.value == 1 for mark in marks_of(below.text))
    leads = words.endswith(":") or (first and WITHOUT_COLON.search(words))
    return is_item and words[0].isupper() and bool(leads or SAYS.match(words))


def _joins(tail: str, begins_small: bool, gap: Gap) -> bool:
    """Whether words that ask for more, or that go on, are one paragraph with the others."""
    if tail.endswith((".", ":")):
        return not gap.blank
    return begins_small or gap.broken or not (gap.blank and tail.endswith(","))
