"""Guesses the title of a document from its first lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

from gcm_kg.importing.front_lines import (
    AGENDA,
    BARRED,
    BODY,
    CONVENTION,
    FIELD,
    FURNITURE,
    GENERIC,
    ITEM,
    LISTED,
    LISTING,
    NGO,
    NO_TITLE,
    NOTE,
    NUMBERED,
    OF_COUNTRY,
    OPEN_WORD,
    OPENING,
    RESOLUTION,
    SECTION,
    STATE,
    VISIT,
)
from gcm_kg.importing.subtitles import (
    ADDENDUM,
    LONGEST_TITLE,
    PERIODICAL,
    completed,
    is_report_on,
    shortened,
    with_body,
    with_meeting,
    with_names,
)
from gcm_kg.importing.symbols import SYMBOL, without_number

# Is “# Results”, not “#1”.
HEADING = re.compile(r"(?P<signs>#{1,6})\s+(?P<words>\S.*)")
# Is “The General Assembly,”, “We, the Ministers of Togo,” and “The Commission:”, not “The road,”.
ORGAN = re.compile(
    r"(?:The |WE, |We, |THE )(?=.*(?:Assembly|Council|Commission|Committee|Conference|Parliament|"
    r"Meeting|Parties|Board|Ministers|Heads|participants|representatives|Members?)\b).{3,160}[,:;]"
    r"|DO HEREBY .*|We,? the .*|The (?:[\w-]+ ){1,6}has the honour to\b.*"
    r"|The (?:General Assembly|Human Rights Council|Security Council)",
    re.I,
)
# Matches “It rained in May. The” and “There was no rain in May of that year.”, not “Mr. Doe”.
SENTENCE = re.compile(r"[a-z]{3}\. [A-Z]|\A(?=.{40}).*[a-z)]{2}\.\Z")
FULL = 0.75
"""The share of the length of a line from which on the one before it may be wrapped."""
MOST_HEADINGS = 4
"""The heading that is the title, and those below it that may say of which country, and what."""
MOST_OF_ITEM = 3
"""Lines of the title of an item of the agenda, and one more."""
SHORTEST_TITLE = 8


def title_of(head: str, given: str) -> str:
    """The first heading of the highest rank; else the first lines that are no furniture, up to a
    blank one; else what the file says (``given``), if that is a title."""
    if any(pattern.fullmatch(given) for pattern in (SYMBOL, FURNITURE, NO_TITLE)):
        given = ""
    blocks = [each for each in re.split(r"\n\s*\n", head) if not NOTE.match(each.strip())]
    headings = [m for m in (HEADING.match(block.strip()) for block in blocks[:30]) if m]
    at = next((n for n, block in enumerate(blocks[:30]) if HEADING.match(block.strip())), 0)
    if headings:
        above = _of_lines(blocks[:at], "") if GENERIC.fullmatch(headings[0]["words"]) else ""
        return shortened(above or _of_headings([(len(m["signs"]), m["words"]) for m in headings]))
    numbered = "" if given else _of_resolution(blocks[:60])
    return shortened(numbered or _of_lines(blocks, given))


def _of_resolution(blocks: Sequence[str]) -> str:
    """The title behind the number of a resolution, with which one of the blocks begins."""
    lines = next((each for each in map(_lines, blocks) if _is_resolution(each)), [])
    return _said(list(takewhile(lambda line: not _is_of_text(line), lines)))


def _of_lines(blocks: Sequence[str], given: str) -> str:
    """The first lines that are no furniture, nor bodies or items of an agenda above others."""
    first, item = "", False
    for place, block in enumerate(blocks[:60]):
        lines, is_body = _title_lines(block)
        opening = _from_opening(block)
        reported = any(map(_from_opening, blocks[place + 1 : place + 3]))
        of_item = item or (AGENDA.search(block) and len(lines) <= MOST_OF_ITEM)
        of_item = of_item and not VISIT.match(_said(lines))
        below = reported and (of_item or NGO.fullmatch(" ".join(block.split())))
        item = _ends_with_item(block)
        words = opening or ("" if given else _said(lines))
        if len(words) >= SHORTEST_TITLE and " " in words:
            if _is_sentence(words):
                break
            if not opening and (below or _stands_above(words, block, lines)):
                first = first or words
            else:
                following = [] if is_body else blocks[place + 1 : place + 4]
                opened = map(_from_opening, following)
                whole = completed(words, list(map(_below, following)), opened, following)
                return with_body(first, whole)
        if is_body:
            break
    return first or given


def _stands_above(words: str, block: str, lines: Sequence[str]) -> bool:
    """Whether words are a body or an item of the agenda, which stands above a title."""
    bodies = BODY.fullmatch(words) or STATE.fullmatch(words) or all(map(BODY.fullmatch, lines))
    return bool(bodies) or _is_item(block, lines)


def _ends_with_item(block: str) -> bool:
    """Whether the title of an item of the agenda stands in the block below."""
    last = block.rstrip().rpartition("\n")[2]
    return bool(AGENDA.match(last) and FURNITURE.fullmatch(" ".join(last.split())))


def _is_item(block: str, lines: Sequence[str]) -> bool:
    """Whether the few lines of a block are those of an item of the agenda, which stands there."""
    return len(lines) < MOST_OF_ITEM and AGENDA.search(block) is not None and "\n" in block.strip()


def _is_resolution(lines: Sequence[str]) -> bool:
    """Whether a block begins with the number of a resolution, the title behind it."""
    return bool(lines) and RESOLUTION.match(lines[0]) is not None


def _of_headings(headings: Sequence[tuple[int, str]]) -> str:
    """The first heading of the highest rank; the one below it where that names a body or a kind
    of document, and with it where it names the country of a review or visit."""
    at = min(range(len(headings)), key=lambda place: headings[place][0])
    words, *below = [words.rstrip("* ") for _, words in headings[at : at + MOST_HEADINGS]]
    if below and PERIODICAL.fullmatch(below[0]):
        return with_body(words, below[0])
    if BODY.fullmatch(words) and below and not SECTION.match(below[0]):
        return below[0]
    if below and VISIT.match(words) and OPENING.match(below[0]):
        return f"{words} – {below[0]}"
    if OF_COUNTRY.search(words):
        return with_names(words, map(_below, below))
    return with_meeting(words, below[:1])


def _title_lines(block: str) -> tuple[list[str], bool]:
    """The lines of a block that may be a title, up to the first that is of the text itself, and
    whether there is one; names of bodies above others are none of it."""
    lines = _whole_names(_without_item(_lines(block)))
    kept = list(takewhile(lambda line: not _is_of_text(line), lines))
    is_body = len(kept) < len(lines)
    last = lines[len(kept)] if is_body and kept else ""
    if SENTENCE.search(last) and len(kept[-1]) > FULL * len(last):
        return [], True  # the sentence begins before
    named = [at for at, line in enumerate(kept) if not BODY.fullmatch(line.strip(" *"))]
    first = named[0] if named else 0
    return kept[first - is_report_on(kept[:first], kept[first:]) :], is_body


def _without_item(lines: list[str]) -> list[str]:
    """Lines from the number of a resolution, behind those of an item of the agenda."""
    numbered = next((at for at, line in enumerate(lines) if RESOLUTION.match(line)), 0)
    return lines[numbered:]


def _whole_names(lines: Sequence[str]) -> list[str]:
    """Lines, the name of a body or convention that is broken in several as one."""
    whole: list[str] = []
    if CONVENTION.fullmatch(" ".join(lines)) and not any(map(OPENING.match, lines)):
        return [" ".join(lines)]
    for line in lines:
        goes_on = whole and (line[0].islower() or OPEN_WORD.fullmatch(whole[-1]))
        if goes_on and BODY.fullmatch(whole[-1]):
            whole[-1] += f" {line}"
        else:
            whole.append(line)
    return whole


def _is_of_text(line: str) -> bool:
    """Whether a line is no title: a numbered heading, the name of a section, a sentence, or the
    organ that speaks."""
    if NUMBERED.match(line) or SECTION.fullmatch(line) or ORGAN.fullmatch(line):
        return True
    return line.endswith((":", ";")) or bool(FIELD.match(line) or SENTENCE.search(line))


def _said(lines: Sequence[str]) -> str:
    """The words of lines, without an item of the agenda."""
    return " ".join(line for line in lines if line.casefold() not in ITEM)


def _is_sentence(words: str) -> bool:
    """Whether words are the beginning of the text itself, and no title."""
    return len(words) > LONGEST_TITLE or words.endswith(".")


def _from_opening(block: str) -> str:
    """The words of a block from a line such as "Report of …" to the name of a country below."""
    lines = [" ".join(line.split()).rstrip("* ") for line in block.split("\n")]
    opens = (OPENING.match(line) and not FURNITURE.fullmatch(line) for line in lines)
    start = next((at for at, is_first in enumerate(opens) if is_first), None)
    if start is None:
        return ""
    added = next(
        (at for at, line in enumerate(lines) if at > start and ADDENDUM.fullmatch(line)), -1
    )
    lines = lines[: added + 1] if added > 0 else lines
    rest = (pair for pair in pairwise(lines[start:]))
    kept = (line for _, line in takewhile(lambda pair: _goes_on(*pair), rest))
    return " ".join((lines[start], *islice(kept, 3)))


def _goes_on(before: str, line: str) -> bool:
    """Whether a line belongs to the title with the one before it."""
    is_text = line.startswith("*") or _is_of_text(line) or SYMBOL.fullmatch(line)
    is_furniture = FURNITURE.fullmatch(line) and not OPEN_WORD.fullmatch(before)
    return bool(line) and not is_text and not is_furniture


def _lines(block: str) -> list[str]:
    """The lines of a block up to a list, without symbols and those that are furniture."""
    shown = (line for line in block.split("\n") if not BARRED.fullmatch(line))
    unlisted = takewhile(lambda line: not (LISTED.match(line) or LISTING.fullmatch(line)), shown)
    lines = (" ".join(SYMBOL.sub(_unless_within, without_number(x)).split()) for x in unlisted)
    kept, dropped = list[str](), ""
    for line in lines:
        goes_on = dropped and (line[:1].islower() or OPEN_WORD.fullmatch(dropped))
        if goes_on or FURNITURE.fullmatch(line.rstrip("* ")):
            dropped = line
        else:
            kept, dropped = [*kept, line], ""
    return kept


def _unless_within(symbol: re.Match[str]) -> str:
    """Nothing for a symbol beside a title; one within words is one of them: “Note CM/7 of …”."""
    before, behind = symbol.string[: symbol.start()], symbol.string[symbol.end() :]
    return symbol[0] if before.strip() and re.match(r"[(\w]| [a-z]", behind) else ""


def _below(block: str) -> str:
    """The words of a block below a title."""
    return _said(_lines(block)).rstrip("*")
