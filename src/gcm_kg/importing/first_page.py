"""Guesses symbol, date, title and language of a document from its first page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

FIRST = 4_000
"""Code points in which the symbol, the date and the title are looked for."""
SAMPLE = 40_000
"""Code points by which the language is told."""
_PART = r"[A-Z0-9][A-Za-z0-9.]{0,11}(?:[-–‑][A-Z0-9][A-Za-z0-9.]{0,5})?"
# Is “A/HRC/WG.6/20/SVN/2”, “CEDAW/C/LAO/CO/8-9” and “E/C.12/SVN/CO/2/Rev.1”, not “and/or”.
SYMBOL = re.compile(
    rf"(?<![\w/(.-])[A-Z][A-Z0-9.]{{0,9}}(?:/{_PART}(?:\([A-Z]+\))?){{1,8}}(?![\w/])"
    r"(?: ?\((?:19|20)\d\d\))?"
)
# Is “E/ESCAP/73/5”, “LC/L.4388” and “EX.CL/12(XXXIV)”, not “HIV/AIDS” or “VI/12”.
LIKELY = re.compile(r"(?=.*\d).*(?:/.*/|/[A-Z]+\.\d|\d\([IVXL]+\)|^[A-Z]+\.[A-Z.]+/\d).*")
# Is “A/HRC/27/15 ” on a line, not “see A/HRC/27/15”.
ALONE = re.compile(
    r"^[^\S\n]*(?:(?:page )?\d{1,3}[^\S\n]+)?"
    rf"(?P<symbol>[A-Z][A-Z0-9.]{{0,9}}(?:/{_PART}){{1,8}})"
    r"(?:[^\S\n]+(?:page )?\d{1,3})?[^\S\n]*$",
    re.M | re.I,
)
LONGEST_LINE = 100
"""Code points of a line that a symbol stands in on a first page; longer ones cite another's."""
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
).split("|")
_NUMBERS = {month.casefold(): number for number, month in enumerate(_MONTHS, 1)}
for _names in (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
):
    _NUMBERS |= {name: number for number, name in enumerate(_names.split(), 1)}
_DAY, _YEAR = r"\b(?P<day>\d{1,2})", r"(?P<year>\d{4})\b"
_NUMBERS |= {month[:3].casefold(): number for number, month in enumerate(_MONTHS, 1)}
_NUMBERS["sept"] = 9
_NAME = rf"(?P<month>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b\.?"
# Matches “5 November 2018”, “5th of Nov. 2018” and “5 de noviembre de 2018”, not “May 2018”.
DATE = re.compile(
    rf"{_DAY}(?:er|st|nd|rd|th)?(?:-| (?:of |de )?){_NAME}(?:-|,? (?:de )?){_YEAR}", re.I
)
# Matches “November 5, 2018” and “Nov. 5 2018”, not “November 2018”.
AMERICAN = re.compile(rf"\b{_NAME} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}", re.I)
# Matches “2018-11-05” and “2018/11/05”, not “18-18418”.
ISO = re.compile(r"\b(?P<year>(?:19|20)\d{2})(?P<by>[-/])(?P<month>\d{2})(?P=by)(?P<day>\d{2})\b")
# Matches “05.11.2018”, not “5.11”.
DOTTED = re.compile(
    r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d{2})(?![\d.])"
)
DATES = (DATE, AMERICAN, ISO, DOTTED)
_FURNITURE = (
    r"United|Nations|Economic and Social|Assembly|Council",
    r"(?:United Nations,? )?(?:General Assembly|Human Rights Council|Security Council)",
    r"(?:United Nations,? )?Economic and Social Council|United Nations|Nations Unies",
    r"Naciones Unidas",
    r"Advance .{0,40}Version|Original ?:.*",
    r"Limited|General|.*\bDistr\.?(?:\W.*)?|GE\.\d.*|\d{2}-\d{5}.*|\*\d+\*|ENGLISH",
    r"(?:\S+ ){1,3}session|Agenda items?\b.*|Resolution adopted .*|on \d{1,2} \w+ \d{4}",
    r"\[.*\]|(?:Please recycle|Contents|Page|Paragraphs)\b.*|.*\.{5}.*|[\W\d]*|.{1,3}",
    r"Working Group on .{0,60}|(?:Human Rights )?Committee(?: .{0,140})?",
    r"Economic (?:and Social )?Commission .{0,60}|(?:Prepared|Submitted|Written) by .{0,120}",
    r"(?:Geneva|New York).{0,60}|.{0,40}\d{1,2}(?:[–-]\d{1,2})? \w+ \d{4}",
    r"\d{1,2} \w+ ?[–-] ?\d{1,2} \w+ \d{4}|(?:[IVX]+|\d{1,3}|[A-Z])\. (?:Introduction|Summary).*",
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
    r"|(?:(?:Summary|Final|Draft|Narrative|Meeting|Outcome|Technical|Full) )?"
    r"(?:Report|Summary|Document|Paper|Note)",
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
WORDS = {
    "en": "the of and to in that for with on is are be",
    "fr": "le la les des et du une dans pour que est sont",
    "es": "el los las y del una en para que por con se",
    "pt": "o os as da do das dos uma em para que por com são",
    "de": "der die das und den von zu mit für auf ist im",
    "it": "il gli della delle dei di per che con una del sono",
    "nl": "de het een van en voor met op zijn niet dat te",
}
SCRIPTS = {"ru": r"[а-яё]", "ar": r"[\u0621-\u064a]", "zh": r"[\u4e00-\u9fff]"}
ITEM = "universal periodic review"
"""The item of an agenda that stands above reports of a kind, and in their titles too."""
LONGEST_TITLE, SHORTEST_TITLE = 300, 8


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What the first page says; what it does not say is empty. The date is after ISO 8601."""

    symbol: str
    date: str
    title: str
    language: str


def first_page(text: str, running: Sequence[str] = (), title: str = "") -> FirstPage:
    """What a text says of itself at its beginning; ``running`` stands above its pages, ``title`` is
    that of the file, which counts where no heading and no line such as "Report of …" is one."""
    head = text[:FIRST]
    return FirstPage(_symbol(text, running), _date(head), _title(head, title), language_of(text))


def _symbol(text: str, running: Sequence[str]) -> str:
    """The symbol of the document: the one above its pages, the first in a short line of its first
    page, or the one that stands alone on a line again and again."""
    lines = [" ".join(line.split()) for line in text[:FIRST].split("\n")]
    short = (line for line in lines if len(line) <= LONGEST_LINE and not line.endswith((".", ";")))
    alone = Counter(m["symbol"] for m in ALONE.finditer(text) if LIKELY.fullmatch(m["symbol"]))
    again = [line for line, count in alone.most_common(1) if count > 1]
    for words in (*running, *short, *again):
        for found in SYMBOL.finditer(words):
            if LIKELY.fullmatch(found[0]):
                return found[0]
    return ""


def _date(head: str) -> str:
    """The first date, that of the distribution of the document before others."""
    start = max(head.find("Distr."), 0)
    for low in (start, 0) if start else (0,):
        found = [m for p in DATES for m in [p.search(head, low)] if m]
        for match in sorted(found, key=lambda match: match.start()):
            month = match["month"].casefold()
            number = int(month) if month.isdecimal() else _NUMBERS[month]
            if 1 <= number <= 12 and 1 <= int(match["day"]) <= 31:
                return f"{match['year']}-{number:02}-{int(match['day']):02}"
    return ""


def _title(head: str, given: str) -> str:
    """The first heading of the highest rank; else the first lines that are no furniture, up to a
    blank one."""
    blocks = re.split(r"\n\s*\n", head)
    headings = [m for m in (HEADING.match(block.strip()) for block in blocks[:30]) if m]
    if headings:
        return _shortened(min(headings, key=lambda match: len(match["signs"]))["words"])
    first = ""
    for place, block in enumerate(blocks[:60]):
        words = _from_opening(block) or ("" if given else _telling(block))
        if len(words) >= SHORTEST_TITLE and " " in words:
            if _is_sentence(words):
                break
            if all(BODY.fullmatch(line.strip(" *")) for line in _lines(block)):
                first = first or words
                continue
            return _shortened(_with_country(words, blocks[place + 1 : place + 2]))
    return _shortened(first or given)


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
    is_text = line.startswith("*") or NUMBERED.match(line)
    is_furniture = FURNITURE.fullmatch(line) and not OPEN_WORD.fullmatch(before)
    return bool(line) and not is_text and not is_furniture


def _telling(block: str) -> str:
    """The words of a block without its lines that are furniture."""
    return " ".join(line for line in _lines(block) if line.casefold() != ITEM)


def _lines(block: str) -> list[str]:
    """The lines of a block up to a list, without symbols and those that are furniture."""
    unlisted = takewhile(lambda line: not LISTED.match(line), block.split("\n"))
    lines = (" ".join(SYMBOL.sub("", line).split()) for line in unlisted)
    return [line for line in lines if not FURNITURE.fullmatch(line.rstrip("* "))]


def _with_country(words: str, following: Sequence[str]) -> str:
    """A title with the short line below it, which names the country."""
    below = _telling(following[0]).rstrip("*") if following else ""
    is_name = 0 < len(below) <= 40 and below[0].isupper() and not NUMBERED.match(below)
    is_name = is_name and not SECTION.match(below) and not BODY.fullmatch(below)
    is_name = is_name and all(
        w[:1] in "([" or w[0].isupper() or SMALL.fullmatch(w) for w in below.split()
    )
    return f"{words} – {below}" if is_name and not re.search(r"[.,:;]", below) else words


def _shortened(words: str) -> str:
    cut = words[:LONGEST_TITLE]
    return cut if cut == words else cut.rpartition(" ")[0] + " …"


def language_of(text: str) -> str:
    """The language of a text, by its smallest words (``WORDS``) or its letters (``SCRIPTS``)."""
    sample = text[:SAMPLE].casefold()
    letters = sum(map(str.isalpha, sample)) or 1
    for language, pattern in SCRIPTS.items():
        if len(re.findall(pattern, sample)) > letters / 2:
            return language
    counts = Counter(re.findall(r"[^\W\d_]+", sample))
    told = {name: sum(counts[w] for w in words.split()) for name, words in WORDS.items()}
    best = max(told, key=lambda name: told[name])
    return best if told[best] > 1 else "en"  # one word, such as “as”, may be of several
