"""Guesses the title of a document from its first lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

from gcm_kg.importing.symbols import SYMBOL

_FURNITURE = (
    r"United|Nations|Economic and Social|Assembly|Council",
    r"(?:United Nations,? )?(?:General Assembly|Human Rights Council|Security Council)",
    r"(?:United Nations,? )?Economic and Social Council|United Nations|Nations Unies",
    r"Naciones Unidas",
    r"Advance .{0,40}Version|Original ?:.*",
    r"Limited|General|.*\bDistr\.?(?:\W.*)?|GE\.\d.*|\d{2}-\d{5}.*|\*\d+\*|ENGLISH",
    r"(?:\S+ ){1,3}session(?: Agenda item .*)?|Agenda items?\b.*",
    r"Resolution adopted .*|on \d{1,2} \w+ \d{4}",
    r"\[.*\]|(?:Please recycle|Contents|Page|Paragraphs)\b.*|.*\.{5}.*|[\W\d]*|.{1,3}",
    r"Working Group on .{0,60}|(?:Human Rights )?Committee(?: .{0,140})?",
    r"Economic (?:and Social )?Commission .{0,60}|(?:Prepared|Submitted|Written) by .{0,120}",
    r"(?:Geneva|New York)(?:\W.{0,4}\d.{0,50}|,.{0,60}|\W*)",
    r".{0,40}\d{1,2}(?:[–-]\d{1,2})? \w+ \d{4}",
    r"\d{1,2} \w+ ?[–-] ?\d{1,2} \w+ \d{4}|(?:[IVX]+|\d{1,3}|[A-Z])\. (?:Introduction|Summary).*",
    r"(?:UNITED|NATIONS)(?: [A-Z])?",
    r"Provisional (?:version|edition|text)|Parliamentary Assembly|Assemblée parlementaire",
    r"(?:https?://|www\.)\S+|(?:Adopted|Published|Approved) (?:by|on|at|in)\b.{0,100}",
    r"(?:\w+ )?(?:evaluation|monitoring|reporting) (?:round|cycle)|\(\w+ monitoring cycle\)",
    r"REPORT (?:No\. )?\d{4}/\d+|Assignment No\..*|Internal Audit Division|Policy (?:brief|paper)",
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{4}|Outcome of proceedings|(?:From|To|Subject): .*|Delegations",
)
# Is “Twentieth session” and “GE.14-14064 (E)”, not “Report of the session”.
FURNITURE = re.compile("|".join(_FURNITURE), re.I)
# Is “Meeting of the Parties” and “Summary report”, not “Report of the meeting”.
BODY = re.compile(
    r"(?:Conference|Meeting) of (?:the )?(?:States )?Parties\b.{0,80}|\w+ Union"
    r"|(?:(?:Executive|Standing|Third|Preparatory|Specialized|Technical) )+Committee\b.{0,120}"
    r"|(?:International )?(?:Convention|Covenant) (?:on|against|for) .{0,140}"
    r"|\d+(?:st|nd|rd|th) (?:meeting|session)|(?:Office|Organi[sz]ation) (?:of|for) .{0,80}"
    r"|International (?:Labour|Maritime) .{0,40}|International Organi[sz]ation for .{0,40}"
    r"|(?:Permanent )?Mission of .{0,60}|English|French|Spanish"
    r"|(?:(?:Summary|Final|Draft|Narrative|Meeting|Outcome|Technical|Full|Evaluation|Audit) )?"
    r"(?:Report|Summary|Document|Paper|Note|Brief)(?: No\. ?\d+)?|Resolution \d+ \(\d{4}\)\d?"
    r"|(?:Ministerial|Executive|Permanent) Council(?: \w+)?|Decision No\. \S+|Management response"
    r"|(?:\S+ )?Draft resolution",
    re.I,
)
"""Names of bodies, conventions and kinds of documents above a title; a title where none follows."""
# Is “the” in “of the”, not “Committee”.
OPEN_WORD = re.compile(r".*\b(?:of|the|on|and|for|to|in|by|with|a|an)", re.I)
# Is “of”, not “Poland”.
SMALL = re.compile(r"(?:of|and|the|de|du|la|d’|State)")
# Is “# Results”, not “#1”.
HEADING = re.compile(r"(?P<signs>#{1,6})\s+(?P<words>\S.*)")
# Begins “I. Introduction”, not “Introduction”.
NUMBERED = re.compile(r"(?:[IVX]+|\d{1,3}|[A-Za-z])[.)]\s")
# Begins “- Train” and “1. Train”, not “73/8. Train”.
LISTED = re.compile(r"\s*(?:[-–•*]|\(?(?:\d{1,3}|[a-z])[.)])\s")
# Begins “Report of the Working Group”, not “Reports were made”.
OPENING = re.compile(
    r"(?:Report|Summary|Concluding observations|Compilation|Outcome|Declaration|Recommendations"
    r"|Evaluation|Conclusions|Final report)\b.* (?:of|on|from|for|by)\b",
    re.I,
)
# Begins “Executive summary” and “Key messages”, not “Lowland”.
SECTION = re.compile(
    r"(?:(?:Executive|Brief|Chair.{0,3}|Key|Main|General|Overall) )?(?:Summary|Overview|Opening"
    r"|Background|Messages|Findings|Points|Recommendations|Conclusions|Foreword|Preface|Preamble"
    r"|Introduction|Abstract|Context|Draft|Note|Report)\b",
    re.I,
)
# Is “The General Assembly,”, “We, the Ministers of Togo,” and “The Commission:”, not “The road,”.
ORGAN = re.compile(
    r"(?:The |WE, |We, |THE )(?=.*(?:Assembly|Council|Commission|Committee|Conference|Parliament|"
    r"Meeting|Parties|Board|Ministers|Heads|participants|representatives|Members?)\b).{3,160}[,:;]"
    r"|DO HEREBY .*|We,? the .*|The (?:General Assembly|Human Rights Council|Security Council)",
    re.I,
)
# Matches “It rained in May. The” and “There was no rain in May of that year.”, not “Mr. Doe”.
SENTENCE = re.compile(r"[a-z]{3}\. [A-Z]|\A(?=.{40}).*[a-z)]{2}\.\Z")
# Begins “77/176. International migration”, not “77. Migration”.
RESOLUTION = re.compile(r"\d{1,3}/\d{1,4}\.? \S")
FULL = 0.75
"""The share of the length of a line from which on the one before it may be wrapped."""
# Begins “Co-chairs: Togo”, not “Chairs of the talks”.
FIELD = re.compile(
    r"(?:Co-?)?(?:chairs?(?:persons?)?|speakers?|moderators?|rapporteurs?|date|place|venue|authors?|"
    r"submitted by|prepared by|contact|type of \w+|country(?:\(ies\))?)\s?:",
    re.I,
)
# Is “Microsoft Word - 1837352E.docx” and “Untitled”, not “Report on untitled land”.
NO_TITLE = re.compile(
    r"(?:Microsoft \w+ - .*|untitled(?: document)?|document ?\d*|(?:Slide|Layout|Page) ?\d*|home"
    r"|(?:PowerPoint|Word|PDF) \w+|[\w .-]+\.(?:docx?|pdf|html?|rtf|txt|odt|indd))",
    re.I,
)
"""What programs write where a file should say its title."""
ITEM = "universal periodic review"
"""The item of an agenda that stands above reports of a kind, and in their titles too."""
LONGEST_TITLE, SHORTEST_TITLE = 300, 8


def title_of(head: str, given: str) -> str:
    """The first heading of the highest rank; else the first lines that are no furniture, up to a
    blank one; else what the file says (``given``), if that is a title."""
    if any(pattern.fullmatch(given) for pattern in (SYMBOL, FURNITURE, NO_TITLE)):
        given = ""
    blocks = re.split(r"\n\s*\n", head)
    headings = [m for m in (HEADING.match(block.strip()) for block in blocks[:30]) if m]
    if headings:
        return _shortened(min(headings, key=lambda match: len(match["signs"]))["words"])
    first = ""
    for place, block in enumerate(blocks[:60]):
        lines, is_body = _title_lines(block)
        opening = _from_opening(block)
        words = opening or ("" if given else _said(lines))
        if len(words) >= SHORTEST_TITLE and " " in words:
            if _is_sentence(words):
                break
            if not opening and (BODY.fullmatch(words) or all(map(BODY.fullmatch, lines))):
                first = first or words
            else:
                below = [] if is_body else blocks[place + 1 : place + 2]
                return _shortened(_with_country(words, below))
        if is_body:
            break
    return _shortened(first or given)


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
    return kept[named[0] if named else 0 :], is_body


def _without_item(lines: list[str]) -> list[str]:
    """Lines from the number of a resolution, behind those of an item of the agenda."""
    numbered = next((at for at, line in enumerate(lines) if RESOLUTION.match(line)), 0)
    return lines[numbered:]


def _whole_names(lines: Sequence[str]) -> list[str]:
    """Lines, the name of a body or convention that is broken in several as one."""
    whole: list[str] = []
    for line in lines:
        if whole and BODY.fullmatch(whole[-1]) and OPEN_WORD.fullmatch(whole[-1]):
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
    return " ".join(line for line in lines if line.casefold() != ITEM)


def _is_sentence(words: str) -> bool:
    """Whether words are the beginning of the text itself, and no title."""
    return len(words) > LONGEST_TITLE or words.endswith(".")


def _from_opening(block: str) -> str:
    """The words of a block from a line such as "Report of …" to the name of a country below."""
    lines = [" ".join(line.split()).rstrip("* ") for line in block.split("\n")]
    start = next((at for at, line in enumerate(lines) if OPENING.match(line)), None)
    if start is None:
        return ""
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
    unlisted = takewhile(lambda line: not LISTED.match(line), block.split("\n"))
    lines = (" ".join(SYMBOL.sub("", line).split()) for line in unlisted)
    return [line for line in lines if not FURNITURE.fullmatch(line.rstrip("* "))]


def _with_country(words: str, following: Sequence[str]) -> str:
    """A title with the short line below it, which names the country."""
    below = _said(_lines(following[0])).rstrip("*") if following else ""
    is_name = 0 < len(below) <= 40 and below[0].isupper() and not NUMBERED.match(below)
    is_name = is_name and not SECTION.match(below) and not BODY.fullmatch(below)
    is_name = is_name and all(
        w[:1] in "([" or w[0].isupper() or SMALL.fullmatch(w) for w in below.split()
    )
    return f"{words} – {below}" if is_name and not re.search(r"[.,:;]", below) else words


def _shortened(words: str) -> str:
    cut = words[:LONGEST_TITLE]
    return cut if cut == words else cut.rpartition(" ")[0] + " …"
