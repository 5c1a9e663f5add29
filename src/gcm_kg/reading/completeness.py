"""Refuses a document that lacks a part, rather than reading what is left of it."""

from __future__ import annotations

from collections.abc import Sequence

from gcm_kg.errors import InputError, shown
from gcm_kg.reading.blocks import Block
from gcm_kg.reading.outline import (
    ROMAN,
    Heading,
    Outline,
    due,
    first_sections,
    is_annex,
    with_items,
)


def refuse_gaps(text: str, blocks: Sequence[Block], outline: Outline, where: str) -> None:
    """Raises InputError, with the line, for a outline that cannot be the whole of one document.

    That is: a second summary behind the first; a section or area without its predecessor; two
    series of areas within each other; a heading or an annex that the table of contents announces
    and that does not come.
    """
    _refuse_second_body(blocks, outline, where)
    _refuse_series_in_area(blocks, outline, where)
    _refuse_lost_number(blocks, outline, where)
    _refuse_unkept_announcement(text, blocks, outline, where)


def _refuse_second_body(blocks: Sequence[Block], outline: Outline, where: str) -> None:
    for start in with_items(blocks, first_sections(blocks)):
        if outline.body.start < start < outline.body.stop:
            block = blocks[start]
            raise InputError(
                where,
                f"one summary, which begins on line {blocks[outline.body.start].line}",
                f"a second {shown(f'I. {block.title}')}",
                "give each summary a file of its own",
                line=block.line,
            )


def _refuse_lost_number(blocks: Sequence[Block], outline: Outline, where: str) -> None:
    """A number of which the number before is missing means that a heading is lost."""
    headings = {heading.index: heading for heading in outline.headings}
    section = area = ""
    for index in outline.body:
        block, heading = blocks[index], headings.get(index)
        if heading:
            section, area = _place(heading, section)
        elif not block.is_item and (missing := _missing(block.label, section, area)):
            raise InputError(
                where,
                f"a heading “{missing}.” before “{block.label}.”",
                shown(f"{block.label}. {block.title}"),
                "restore the missing heading",
                line=block.line,
            )


def _refuse_series_in_area(blocks: Sequence[Block], outline: Outline, where: str) -> None:
    """A list of points a., b. in an area makes it unclear whose "c." comes next."""
    headings = {heading.index: heading for heading in outline.headings}
    area = inner = ""
    for index in outline.body:
        block, heading = blocks[index], headings.get(index)
        if heading and inner and heading.label in due(inner):
            raise InputError(
                where,
                f"one series of areas, with “{area}.” the last before line {block.line}",
                f"another one within it, with “{inner}.” the last",
                "give points within an area other numbers, such as (a), (b)",
                line=block.line,
            )
        if heading:
            area, inner = heading.label if heading.depth == 2 else "", ""
        elif area and not block.is_item and _is_next_inner(block.label, inner, area):
            inner = block.label


def _is_next_inner(label: str, inner: str, area: str) -> bool:
    same_style = label.isdigit() == area.isdigit() and label.islower() == area.islower()
    return same_style and label in due(inner)


def _place(heading: Heading, section: str) -> tuple[str, str]:
    return (heading.label, "") if heading.depth == 1 else (section, heading.label)


def _missing(label: str, section: str, area: str) -> str:
    """The number that a label skips: one section, or one area of the same style, or several.

    A single letter may begin a name, so it counts only where exactly one number is skipped.
    """
    if label in ROMAN:
        due = ROMAN.index(section) + 1
        skipped = ROMAN.index(label) - due
        if skipped == 1 or (skipped > 1 and len(label) > 1):
            return ROMAN[due]
    if not area:
        return {"2": "1", "b": "a", "B": "A"}.get(label, "")
    if area.isdigit() and label.isdigit():
        return str(int(area) + 1) if int(label) == int(area) + 2 else ""
    if area.isalpha() and len(label) == 1 and ord(label) == ord(area) + 2:
        return chr(ord(area) + 1)
    return ""


def _refuse_unkept_announcement(
    text: str, blocks: Sequence[Block], outline: Outline, where: str
) -> None:
    """Every entry of the contents must have its heading: a cut-off text is refused, not read."""
    labels = iter([heading.label for heading in outline.headings])
    last = text.count("\n", 0, blocks[-1].end) + 1
    for entry in (blocks[i] for i in outline.contents if blocks[i].is_numbered):
        if entry.label not in labels:
            raise InputError(
                where,
                f"a heading “{entry.label}. {entry.title}”, announced on line {entry.line}",
                f"none before the last line ({last})",
                "give the whole text",
                line=last,
            )
    announced = any(is_annex(text, blocks[i]) for i in outline.contents)
    if announced and not outline.annex:
        raise InputError(
            where, "the annex that the contents announce", "none", "give the whole text", line=last
        )
