"""Reads the summary of a consultation session into a Document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from gcm_kg.errors import InputError
from gcm_kg.model.document import Document, Part
from gcm_kg.reading.blocks import Block, cut, ending
from gcm_kg.reading.completeness import refuse_gaps
from gcm_kg.reading.lines import OPEN_END, SENTENCE_END
from gcm_kg.reading.outline import Heading, Outline, outline_of

# Matches “The following recommendations were made:”, not “Recommendations were made.”.
LEAD_IN = re.compile(r"recommendations[^.]*:\Z", re.I)
"""The end of a paragraph that introduces a list of recommendations."""
LONGEST_LEAD_IN = 300
FULL_STOP = (".", "!", "?")


def read(text: str, where: str = "text") -> Document:
    """The document that a text holds; ``where`` names it in messages.

    Raises InputError, with the line, when the text is not a whole summary of one consultation
    session: no sections headed I., II., …; no list of recommendations; a heading missing that the
    contents announce or that its successor needs. Takes time in proportion to the length.
    """
    if not text.strip():
        raise InputError(where, "a text", "nothing", "give the text of a summary", line=1)
    blocks = cut(text)
    outline = outline_of(text, blocks, where)
    refuse_gaps(text, blocks, outline, where)
    document = Document(text, tuple(_Builder(text, blocks, outline).parts()))
    if not any(document.recommendations()):
        raise InputError(
            where,
            "list items (“- …” or “• …”) in a numbered or lettered area of a section",
            "none",
            "check that list items still begin with their marker",
            line=blocks[-1].line,
        )
    return document


class _Builder:
    """Turns blocks into parts; keeps the count of each kind under each parent."""

    def __init__(self, text: str, blocks: list[Block], outline: Outline) -> None:
        self.text, self.blocks, self.outline = text, blocks, outline
        self.counts: Counter[tuple[str | None, str]] = Counter()

    def parts(self) -> Iterator[Part]:
        bundle = range(len(self.blocks))
        yield self._container("Document", "document", "", "", None, bundle)
        for number, letter in enumerate(self.outline.letters, 1):
            yield from self._plain("TransmittalLetter", f"letter-{number}", letter)
        yield from self._summary()
        if self.outline.annex:
            yield from self._plain("ProgrammeOfWork", "annex", self.outline.annex)

    def _plain(self, kind: str, name: str, span: range) -> Iterator[Part]:
        component = name.replace("-", "_")
        yield self._container(kind, name, component, "", "document", span)
        if kind == "ProgrammeOfWork":
            yield self._heading(self.blocks[span.start], name, component, "")
            span = span[1:]
        yield from self._paragraphs(span, name, component, "")

    def _summary(self) -> Iterator[Part]:
        outline = self.outline
        span = range(outline.title.start, outline.body.stop)
        yield self._container("ConferenceSummary", "summary", "main", "", "document", span)
        yield from self._paragraphs(outline.title, "summary", "main", "")
        if outline.contents:
            yield from self._contents(outline.contents)
        yield from self._sections()

    def _contents(self, span: range) -> Iterator[Part]:
        yield self._container("Section", "contents", "main", "toc", "summary", span)
        yield self._heading(self.blocks[span.start], "contents", "main", "toc")
        yield from self._paragraphs(span[1:], "contents", "main", "toc")

    def _sections(self) -> Iterator[Part]:
        headings = self.outline.headings
        section = ""
        for position, heading in enumerate(headings):
            following = headings[position + 1].index if position + 1 < len(headings) else None
            stop = following if following is not None else self.outline.body.stop
            section = heading.label if heading.depth == 1 else section
            yield from self._section(heading, section, stop, self._reach(position))

    def _reach(self, position: int) -> int:
        """Where a section ends: at the next heading that is not below it."""
        depth = self.outline.headings[position].depth
        later = (h.index for h in self.outline.headings[position + 1 :] if h.depth <= depth)
        return next(later, self.outline.body.stop)

    def _section(self, heading: Heading, section: str, stop: int, reach: int) -> Iterator[Part]:
        area = heading.depth == 2
        identifier = f"{section}.{heading.label}" if area else section
        eid = f"sec_{section}__subsec_{heading.label}" if area else f"sec_{section}"
        parent = section if area else "summary"
        span = range(heading.index, reach)
        yield self._container("Section", identifier, "main", eid, parent, span)
        yield self._heading(self.blocks[heading.index], identifier, "main", eid)
        own = self._joined(self._words(range(heading.index + 1, stop)))
        asks = area and heading.label.isalpha()
        for kind, block in self._told_apart(own, asks):
            yield self._leaf(kind, block, identifier, "main", eid)

    def _words(self, span: Iterable[int]) -> list[Block]:
        return [self.blocks[i] for i in span if not self.blocks[i].is_layout]

    def _joined(self, blocks: list[Block]) -> list[Block]:
        """Blocks that a page break or a blank line has cut in two are one again."""
        whole: list[Block] = []
        for block in blocks:
            if whole and self._continues(whole[-1], block):
                last = whole[-1]
                whole[-1] = Block(last.start, block.end, last.line, last.is_item, "", "")
            else:
                whole.append(block)
        return whole

    def _continues(self, before: Block, block: Block) -> bool:
        if block.is_item:
            return False
        end = ending(self.text, before)
        if not before.is_item:
            return not end.endswith(SENTENCE_END)
        if self.text[block.start].islower() or OPEN_END.search(end):
            return True
        return self._is_indented(block) and not end.endswith(FULL_STOP)

    def _is_indented(self, block: Block) -> bool:
        return block.start > 0 and self.text[block.start - 1] in " \t"

    def _paragraphs(self, span: range, parent: str, component: str, eid: str) -> Iterator[Part]:
        """The blocks around the body: whatever they list, no recommendation stands there."""
        for block in self._words(span):
            yield self._leaf("Paragraph", block, parent, component, eid)

    def _told_apart(self, blocks: list[Block], asks: bool) -> Iterator[tuple[str, Block]]:
        """Blocks of the body with their kinds.

        Items are recommendations in a lettered area, where ``asks`` is true, or after a lead-in.
        """
        for block in blocks:
            if not block.is_item:
                low = max(block.start, block.end - LONGEST_LEAD_IN)
                asks = asks or bool(LEAD_IN.search(self.text, low, block.end))
            yield ("Recommendation" if asks and block.is_item else "Paragraph"), block

    def _leaf(self, kind: str, block: Block, parent: str, component: str, eid: str) -> Part:
        ordinal = self._count(parent, kind)
        name = "item" if kind == "Recommendation" else "para"
        local = f"{eid}__{name}_{ordinal}" if eid else f"{name}_{ordinal}"
        # An item right below a section is "III.r1", since "III.1" is the section's first area.
        in_area = "." in parent
        letter = ("" if in_area else "r") if kind == "Recommendation" else "p"
        identifier = f"{parent}.{letter}{ordinal}"
        return Part(kind, identifier, component, local, parent, ordinal, block.start, block.end)

    def _heading(self, block: Block, parent: str, component: str, eid: str) -> Part:
        local = f"{eid}__heading" if eid else "heading"
        identifier = f"{parent}.heading"
        return Part("Heading", identifier, component, local, parent, 1, block.start, block.end)

    def _container(
        self, kind: str, identifier: str, component: str, eid: str, above: str | None, span: range
    ) -> Part:
        first, last = self.blocks[span.start], self.blocks[span.stop - 1]
        ordinal = self._count(above, kind)
        return Part(kind, identifier, component, eid, above, ordinal, first.start, last.end)

    def _count(self, parent: str | None, kind: str) -> int:
        self.counts[parent, kind] += 1
        return self.counts[parent, kind]
