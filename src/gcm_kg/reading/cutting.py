"""Cuts a text into segments: headings, paragraphs and items, each whole across pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gcm_kg.reading import nesting
from gcm_kg.reading.continuation import Continuation, Gap, begin_of_words, width_of
from gcm_kg.reading.line_numbers import LineNumbers
from gcm_kg.reading.lines import ANNEX, BEFORE_NUMBER, FIELD, OPEN_END, Line
from gcm_kg.reading.mark import Mark
from gcm_kg.reading.marks import marks_of
from gcm_kg.reading.pages import Pages
from gcm_kg.reading.segments import ASIDE, WORD, Segment, Span
from gcm_kg.reading.series import OpenSeries

# Begins “## Findings”, not “#1”.
HASHES = re.compile(r"\s*(?P<signs>#{1,6})\s+(?=\S)")
# Begins “**Promoting access”, not “** The text”.
BOLD = re.compile(r"\s*(?P<signs>\*{2,3}|__)(?=[^\s*_])")


class Cutter:
    """Cuts the lines of a text into segments; ``words`` are lines that are headings anywhere,
    ``fields`` those that say of items who is asked."""

    def __init__(
        self, text: str, pages: Pages, words: re.Pattern[str], fields: re.Pattern[str]
    ) -> None:
        self.text, self.pages, self.heading_words, self.fields = text, pages, words, fields
        self.segments: list[Segment] = []
        self.skipped: list[Span] = []
        self.series = OpenSeries()
        self.waiting: list[Segment] = []
        """Footnotes since the last line of the text itself."""
        self.below: Line | None = None
        """The next line with words."""
        self.blank = self.broken = True
        self.words, self.numbers, self.indent = Continuation(text, 80), LineNumbers([]), 0

    def cut(self, lines: Sequence[Line], contents: range) -> list[Segment]:
        """The segments of the lines; those of the contents are a segment each."""
        self.words = Continuation(self.text, width_of([line.text.strip() for line in lines]))
        self.numbers = LineNumbers(lines)
        for index, line in enumerate(lines):
            if not line.text.strip():
                self.blank = True
            elif index in self.pages.furniture:
                self.skipped.append((line.start, line.start + len(line.text)))
                self.broken = True
            elif index in contents:
                self._begin(line, role="contents", closed=True)
            elif index in self.pages.notes:
                self._note(line, index)
            else:
                self.below = next((n for n in lines[index + 1 : index + 4] if n.text.strip()), None)
                self._take(line)
        self._flush()
        return self.segments

    def _note(self, line: Line, index: int) -> None:
        if self.waiting and index - 1 in self.pages.notes:
            self.waiting[-1].end = line.end
        else:
            start = line.behind(0).start
            self.waiting.append(Segment(start, start, line.end, line.number, role="note"))
        self.broken = True

    def _take(self, line: Line) -> None:
        last = self._last()
        if last and last.closed and last.level == 0 and self._is_open_bold(last):
            self._append(last, line)
        elif hashes := HASHES.match(line.text):
            self.skipped.append((line.start, line.start + hashes.end()))
            self._begin_heading(line.behind(hashes.end()), len(hashes["signs"]))
        elif bold := self._bold(line):
            self._begin_heading(line.behind(bold.end()), 0)
        elif last and self._waits(last):
            self._append(last, line)
        elif self._is_word(line):
            self._begin_heading(line, WORD)
        elif not self._mark(line):
            self._plain(line, last)
        self.blank = self.broken = False

    def _last(self) -> Segment | None:
        last = self.segments[-1] if self.segments else None
        return last if last and last.role != "contents" else None

    def _bold(self, line: Line) -> re.Match[str] | None:
        """A line in bold, or the first of two or three: then no other words stand beside them."""
        bold = BOLD.match(line.text)
        if not bold or not (self.blank or self.broken):
            return None
        rest = line.text[bold.end() :].rstrip()
        sign = bold["signs"]
        closed = rest.find(sign)
        return bold if closed < 0 or closed + len(sign) >= len(rest.rstrip(".: ")) else None

    def _is_open_bold(self, last: Segment) -> bool:
        return last.last_line > 0 and not self.blank

    def _is_word(self, line: Line) -> bool:
        words = line.text.strip()
        if ANNEX.fullmatch(words) and (words[0].isupper()):
            return True
        begins = not words[0].islower() and not self._runs_on()
        return begins and bool(self.heading_words.fullmatch(words))

    def _runs_on(self) -> bool:
        """Whether the words before the line cannot be the end of their phrase."""
        last = self._last()
        if last is None or last.closed or self.blank:
            return False
        return bool(OPEN_END.search(self.words.tail(last)))

    def _waits(self, last: Segment) -> bool:
        """Whether a mark stands alone."""
        return last.mark is not None and last.start >= last.end

    def _mark(self, line: Line) -> bool:
        marks, last = marks_of(line.text), self._last()
        if not marks or (last and BEFORE_NUMBER.search(self.words.tail(last)) and not self.blank):
            return False
        fresh = self.blank or (last is not None and (last.closed or self.words.heads(last)))
        begins = not self.series.knows(marks[0].key)
        fresh = fresh or self.words.begins_late(line, marks[0], last, begins)
        heads = self.heading_words.fullmatch(line.text[marks[0].length :].strip())
        fresh = fresh or (marks[0].style == "roman" and heads is not None)
        clear = fresh or self.words.ended(last) or self.words.short(last) or self.words.heads(last)
        owner = self._owner()
        tail = self.words.tail(last) if last else ""
        nested = nesting.begins(line, marks[-1], tail, self.indent)
        nested = last is not None and (nested or self.series.is_deeper(marks[-1]))
        sure = self.numbers.is_sure(marks[0], line, self.below, leads=tail.endswith(":"))
        clear = clear or (sure and self.numbers.begin(marks[0], line, self.below, new=begins))
        deeper = line.indent > self.indent and not self.blank
        inner = deeper and nesting.is_open(last, marks[-1], tail)
        leads = tail.endswith(":") and last is not None and last.mark is not None
        given = {"nested": nested, "sure": sure, "inner": inner, "leads": leads}
        taken = self.series.take(marks, owner, line.indent, clear=clear, fresh=fresh, **given)
        if taken is None:
            return False
        self._begin(line, mark=taken[0], owner=taken[1])
        self.indent = line.indent
        return True

    def _owner(self) -> int | None:
        for index in range(len(self.segments) - 1, -1, -1):
            segment = self.segments[index]
            if segment.role not in ASIDE:
                return index
        return None

    def _plain(self, line: Line, last: Segment | None) -> None:
        is_field = self._is_field(line, last)
        if (
            last
            and not last.closed
            and not is_field
            and self.words.goes_on(line, last, Gap(self.blank, self.broken, self.below))
        ):
            self._append(last, line)
            return
        if (self.blank or line.text.rstrip().endswith(":")) and not is_field:
            self.series.end_lists()
        self._begin(line, role="field" if is_field else "")

    def _is_field(self, line: Line, last: Segment | None) -> bool:
        """Whether a line says something of a labelled recommendation, or who is asked."""
        labelled = last and (last.role == "field" or (last.mark and last.mark.style == "label"))
        if labelled and FIELD.match(line.text):
            return True
        alone = last is None or self.blank or last.closed or last.mark or self.words.ended(last)
        return bool(alone and self.fields.match(line.text))

    def _begin_heading(self, line: Line, level: int) -> None:
        words = line.text.strip()
        is_annex = bool(ANNEX.fullmatch(words.strip("* _")))
        self._begin(line, level=level, closed=True)
        segment = self.segments[-1]
        stars = len(words) - len(words.rstrip("*_ ")) if level == 0 else 0
        segment.end -= stars
        segment.last_line = 0 if stars or level else 1
        if is_annex:
            segment.role = "annex"
            self.series.begin_anew()
        else:
            self.series.begin_section()
            self._heading_mark(segment)

    def _heading_mark(self, segment: Segment) -> None:
        """The number of a heading that hashes or stars mark."""
        marks = marks_of(self.text[segment.start : segment.end])
        styles = ("roman", "capital", "number", "dotted", "letter", "label")
        taken = (
            self.series.take(marks, None, clear=True, fresh=True, nested=False) if marks else None
        )
        if taken and taken[0].style in styles:
            segment.mark = taken[0]
            if segment.mark.prefix.startswith("recommendation"):
                segment.start = min(segment.start + segment.mark.length, segment.end)

    def _begin(
        self,
        line: Line,
        *,
        mark: Mark | None = None,
        owner: int | None = None,
        level: int | None = None,
        closed: bool = False,
        role: str = "",
    ) -> None:
        self._flush()
        begin = line.behind(0).start
        start = line.start + mark.length if mark else begin
        last = self._last()
        after_heading = last is None or last.closed or self.words.heads(last)
        fresh = (
            self.blank
            or self.broken
            or after_heading
            or self.words.stands_before_number(line, self.below)
        )
        self.segments.append(
            Segment(
                begin, min(start, line.end), line.end, line.number, mark, owner, fresh, closed,
                level, role,
            )
        )  # fmt: skip

    def _append(self, last: Segment, line: Line) -> None:
        last.holes += [(note.start, note.end) for note in self.waiting]
        self.waiting.clear()
        if self._waits(last):
            label = self.text[last.begin : last.end]
            last.start = line.behind(begin_of_words(line.text, last.mark, label)).start
        last.end = line.end
        if last.level == 0:
            words = line.text.rstrip()
            stars = len(words) - len(words.rstrip("*_"))
            last.end -= stars
            last.last_line = 0 if stars else last.last_line + 1

    def _flush(self) -> None:
        """Footnotes behind which a new segment begins are segments of their own."""
        self.segments += self.waiting
        self.waiting.clear()
