"""Guesses symbol, date, title and language of a document from its first page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gcm_kg.importing.front_notes import without_notes
from gcm_kg.importing.lost_breaks import front_with_breaks
from gcm_kg.importing.symbols import FIRST, symbol_of
from gcm_kg.importing.titles import title_of

SAMPLE = 40_000
"""Code points by which the language is told."""
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
# Matches “November 5, 2018” and “Nov. 4-5 2018”, not “November 2018”.
AMERICAN = re.compile(
    rf"\b{_NAME} (?:\d{{1,2}} ?[-–] ?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}", re.I
)
# Matches “2018-11-05” and “2018/11/05”, not “18-18418”.
ISO = re.compile(r"\b(?P<year>(?:19|20)\d{2})(?P<by>[-/])(?P<month>\d{2})(?P=by)(?P<day>\d{2})\b")
# Matches “05.11.2018”, not “5.11”.
DOTTED = re.compile(
    r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d{2})(?![\d.])"
)
# Is “November 2018”, behind no day.
MONTH = re.compile(rf"(?<![\d–-])(?<!\d )\b{_NAME},? {_YEAR}", re.I)
# Is “Published in ”, not “Reporting period: ”.
BEFORE_MONTH = re.compile(
    r"\W*(?:(?i:adopted|published|issued|done|dated?|approved|revised|version|presented|tabled"
    r"|released|submitted)\b[^.;:\d]{0,50}"
    r"|(?:[A-ZÀ-Þ][\w’.-]*[ ,()]*){0,5}"
    r"(?:(?:report|study|review|brief(?:ing)?|paper|note|edition|update|bulletin)\W+)?"
    r"(?:No\.? ?\d+\W+)?)\W*"
)
"""What else is in a line that says in which month a document was published."""
FRONT_LINES = 15
"""Lines with words among which such a line is looked for."""
# Is “Lima, 4–” and “Adopted on ”, not “It met on ”.
ALONE = re.compile(
    r"(?!\W*(?i:generated|exported|printed|downloaded|accessed|retrieved|deadline|due)\b)"
    r"\W*(?:(?:(?:This )?(?:[Rr]eport|[Dd]ocument|[Pp]aper|[Ss]tudy|First) (?:was |first )?)?"
    r"(?i:adopted|published|issued|done|dated?|approved|place and date|version|agreed"
    r"|presented|tabled|released|(?:last )?updated)\b"
    r"[^.;]{0,50}"
    r"|(?:[A-ZÀ-Þ][\w’.-]*[ ,()–-]*){1,5})?"
    r"(?:\d{1,2}|[\s–,&-]|from|to|and|\d{1,2} [A-Z][a-z]+){0,6}\W*"
)
"""What else is in a line that says when a document was adopted, or where and when a meeting was."""
# Matches “Report published on ”, not “Lima, ”.
PUBLISHED = re.compile(r"\b(?:published|issued|released|adopted)\b", re.I)
# Matches “Last updated: ”, not “Update ”.
UPDATED = re.compile(r"\bupdated\b", re.I)
"""What a page says beside a date that is none of the document, where that has one."""
# Is “10–” before the last of some days, not “Lima, 10–”.
DAYS = re.compile(r"\W*\d{1,2}\s?[–-]\s?")
# Matches “Resolution adopted by the Council on ”, not “Adopted by the Committee on ”.
ADOPTED = re.compile(
    r"(?:(?:Resolution|Decision) adopted by|Résolution adoptée par|Resolución aprobada por)"
    r"\s[^\d\n]{3,90}\s(?:on|le|el)\s+\Z",
    re.I,
)
LONGEST_LINE = 240
"""Code points beside a date in a line from which on it is a paragraph, which tells of anything."""
BEFORE = 400
"""Code points before a date in which a visit may be told of."""
ADOPTION = 160
"""Code points before a date in which is said that something was adopted then."""
# Begins “Recalling the Declaration”, not “Adopted on”.
RECALLED = re.compile(
    r"\W*(?:(?:recall|reaffirm|reiterat|welcom|not|recogni[sz]|consider|acknowledg|guid|reconfirm|"
    r"uphold|underlin|stress|emphasi[sz])ing|taking (?:note|into)|bearing|guided by|in accordance"
    r"|(?:generated|exported|printed|downloaded|accessed|retrieved)\b"
    r"|.*\b(?:year|period|biennium|quarter) (?:ended|ending|to)\b"
    r"|having (?:regard|seen|heard|considered|examined|in mind))\b",
    re.I,
)
"""How a line of the preamble begins, whose dates are those of others."""
# Begins “At the conference held in Bali ”, not “Held in Bali ”.
OF_OTHERS = re.compile(
    r"\W*(?:(?:following|after|since|further to|prior to|before)\b"
    r"|at the [^.]{0,160}\b(?:held|convened|organi[sz]ed|hosted)\b)",
    re.I,
)
"""How a line begins that tells of what was before, or of another meeting."""
# Matches “, by ” and “no later than ”, not “said by its date ”.
DEADLINE = re.compile(r"\b(?:by|before|until|than)\s+\Z", re.I)
"""What stands before a date until which something is to be done."""
# Matches “visited Lima from 3 to ”, not “Statement on the visit. Lima, ”.
VISITED = re.compile(
    r"\b(?:visit(?:s|ed)?|missions?|inspect(?:ed|ion))\b"
    r"(?:(?!\b(?:adopted|published|issued|dated)\b)[^.;]){0,300}?"
    r"\b(?:from|between|on)\s+(?:the\s+)?[^.;\n]{0,40}\Z",
    re.I,
)
"""What stands before the days of a visit, which are none of the document."""
DATES = (DATE, AMERICAN, ISO, DOTTED)
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
    head = front_with_breaks(text[:FIRST])
    symbol, language = symbol_of(head + text[FIRST:], running), language_of(text)
    return FirstPage(symbol, _date(head), title_of(without_notes(head), title), language)


def _date(head: str) -> str:
    """The date of the adoption of a resolution; else that of the distribution of the document; else
    the first that stands in a line by itself, or behind a place or “Adopted”; else the first that
    is not one of what the preamble recalls."""
    start = head.find("Distr.")
    found = _in_order(head)
    before = ((head[max(0, m.start() - ADOPTION) : m.start()], date) for m, date in found)
    if adopted := [date for words, date in before if ADOPTED.search(words)]:
        return adopted[0]
    if distributed := [date for match, date in found if 0 <= start <= match.start()]:
        return distributed[0]
    lines = ((*_around(head, match), date) for match, date in found)
    own = (
        date
        for before, behind, date in lines
        if len(before) + len(behind) <= LONGEST_LINE and not _of_others(before)
    )
    return date_alone(head) or _month_alone(head) or next(own, "")


def _of_others(before: str) -> bool:
    """Whether a date behind the words of its line is that of something else."""
    others = RECALLED.match(before) or OF_OTHERS.match(before)
    return bool(others or DEADLINE.search(before))


def date_alone(head: str) -> str:
    """The first date that stands in a line by itself, or behind a place or “Adopted”."""
    found = _in_order(head)
    around = [(*_around(head, match), match[0], date) for match, date in found]
    alone = [each for each in around if ALONE.fullmatch("".join(each[:2]))]
    alone.sort(key=lambda each: UPDATED.search(each[0]) is not None)
    said = (date for before, _, _, date in alone if PUBLISHED.search(before))
    first = alone[0][3] if alone else ""
    days = alone and DAYS.fullmatch(alone[0][0])
    return next(said, first) if days else first


def _in_order(head: str) -> list[tuple[re.Match[str], str]]:
    """The dates of a text in order, without those of visits."""
    found = sorted(_dates(head), key=lambda each: each[0].start())
    return [
        (match, date)
        for match, date in found
        if not VISITED.search(head, max(0, match.start() - BEFORE), match.start())
    ]


def _month_alone(head: str) -> str:
    """The first month that stands in one of the first lines by itself, or behind a place."""
    lines = [line for line in head.split("\n") if line.strip()][:FRONT_LINES]
    for line in lines:
        found = MONTH.search(line)
        if found and BEFORE_MONTH.fullmatch(line[: found.start()] + line[found.end() :]):
            return f"{found['year']}-{_NUMBERS[found['month'].casefold()]:02}"
    return ""


def _dates(head: str) -> Iterator[tuple[re.Match[str], str]]:
    """The dates of a text, where they stand and as they are written."""
    for pattern in DATES:
        for match in pattern.finditer(head):
            month = match["month"].casefold()
            number = int(month) if month.isdecimal() else _NUMBERS[month]
            if 1 <= number <= 12 and 1 <= int(match["day"]) <= 31:
                yield match, f"{match['year']}-{number:02}-{int(match['day']):02}"


def _around(head: str, match: re.Match[str]) -> tuple[str, str]:
    """What stands before and behind a date in its line, or in its cell of a row."""
    start = max(head.rfind(sign, 0, match.start()) for sign in "\n\t") + 1
    ends = [end for sign in "\n\t" if (end := head.find(sign, match.end())) >= 0]
    return head[start : match.start()], head[match.end() : min(ends, default=len(head))]


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
