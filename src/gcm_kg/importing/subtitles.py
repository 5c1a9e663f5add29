"""Knows the lines below a title that name a country, or what is added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gcm_kg.importing.front_lines import BODY, NUMBERED, SECTION

# Is “of”, not “Poland”.
SMALL = re.compile(r"(?:of|and|the|to|de|du|la|a|d’|State)")
# Matches “ (9-15 March 2031)” in “Mission to Togo (9-15 March 2031)”, not “(Togo) 2031”.
BRACKET = re.compile(r"\s*\([^()]*\d{4}\)\s*\Z")
# Begins “MISSION TO MEXICO” and “Addendum”, not “Visits were made”.
ADDED = re.compile(
    r"(?:Addendum|Corrigendum|Adici[óo]n|Additif|(?:Mission|Visit) to|Misi[óo]n a|Visita a"
    r"|Mission (?:au|en|aux)|Visite (?:au|en|aux))\b",
    re.I,
)


# Is “Joint Communiqué” and “CHAIR’S SUMMARY”, not “Summary of the talks”.
KIND_ALONE = re.compile(
    r"(?:(?:\w+ )?(?:Communiqu[ée]|Declaration|Statement)|(?:Co-?)?Chair(?:person)?[’']?s?[’']? "
    r"(?:Summary|Statement|Conclusions)|(?:Agreed|Final|Draft) Conclusions|Outcome document)"
    r"(?: and (?:agreed |final )?(?:conclusions|recommendations))?",
    re.I,
)
# Is “Ninth Ministerial Consultation of the Lima Process”, not “The Conference met in May.”.
MEETING = re.compile(
    r"(?!The\b|We\b)(?=.*\b(?:Meeting|Conference|Consultation|Forum|Summit|Dialogue|Process"
    r"|Session|Congress|Roundtable)s?\b)[^.,:;]{8,120}",
    re.I,
)
"""The line below words that only say what kind of document it is: of which meeting."""

# Matches “Talks of the Lima Process on work, homes and fees”, not “Homes. The Forum”.
OF_MEETING = re.compile(
    r"\A(?!(?:The|We) [a-z]|(?:Report|Summary|Statement|Outcome)\b)(?=[A-Z0-9])[^:;.]*"
    r"\b(?i:Meeting|Conference|Consultation|Forum|Summit|Dialogue|Process|Congress)\b[^:;.]*\Z"
)
"""A title that only says which meeting it was: below stands what kind of document it is."""
# Begins “Report of the Third Meeting”, not “Reports were made”.
OF_A_KIND = re.compile(
    r"(?:Report|Summary|Record|Minutes|Proceedings|Outcomes?)\b(?: of| on|\Z)", re.I
)
# Is “Annual Report 2021”, not “Annual Report on ports”.
PERIODICAL = re.compile(
    r"(?:(?:\w+ )?(?:Annual|Activity|Biennial|Special|Thematic|Interim) |\d{4} )?"
    r"(?:(?:Annual|Activity) )?(?:Report|Review|Submission)s?"
    r"(?: (?:for|of)(?: the)?(?: (?:year|years|period))?)?(?:[\s–/-]+\d{2,4})*",
    re.I,
)
"""What bodies call what they publish every year: a title only with the name of the body above."""
# Matches “5 May 2031”, not “Mission to Togo (5 May 2031)”.
DAY = re.compile(r"^\W*(?:[\d–-]{1,5} )?[A-Z][a-z]{2,8} \d{4}\W*$", re.M)
"""A line of the block in which the place stands."""
# Is “from 3 to 7 March 2031”, not “From all of us”.
DAYS = re.compile(r"(?-i:from|on|between) \d{1,2}\b.{0,40}\b\d{4}")
"""The line below a title that says when it was."""

# Is “Addendum”, not “Addendum 2 to the report”.
ADDENDUM = re.compile(r"Addendum|Corrigendum|Adici[óo]n|Additif", re.I)
"""The last line of a title: below it stands what is added."""

# Is “Visit to Togo”, not “Visits were made”.
VISIT = re.compile(
    r"(?:(?:Official |Country |Follow-up )?(?:Visit|Mission) to|Misi[óo]n a|Visita al?"
    r"|(?:Mission|Visite) (?:au|en|aux)) [^.:;]{2,80}",
    re.I,
)


def completed(
    words: str, lines: Sequence[str], reports: Iterable[str], blocks: Iterable[str]
) -> str:
    """A title with what stands below it: where it went, whose report it is, when, of what kind.
    ``lines`` and ``reports`` are what titles may be made of in the ``blocks`` below."""
    said = list(blocks)
    placed = OF_MEETING.match(words) or (said and DAY.search(said[0]))  # its place stands below
    reported = with_report(words if placed else with_names(words, lines), reports)
    return with_meeting(with_days(reported, (" ".join(x.split()) for x in said)), lines)


def with_meeting(words: str, following: Iterable[str]) -> str:
    """A title that only says what kind of document it is, with the line of the meeting below; one
    that only says which meeting it was, with the line below of what kind of document it is."""
    lines = [line for line in following if line]
    if KIND_ALONE.fullmatch(words.strip()):
        return f"{words} – {lines[0]}" if lines and MEETING.fullmatch(lines[0]) else words
    kinds = [line for line in lines if KIND_ALONE.fullmatch(line) or OF_A_KIND.match(line)]
    return f"{words} – {kinds[0]}" if kinds and OF_MEETING.match(words) else words


# Is “Evaluation report”, not “Report on work”.
REPORT = re.compile(
    r"(?:(?:first|second|third|fourth|fifth|sixth|final|\d\w{2}) )?"
    r"(?:evaluation|monitoring|country|compliance|follow-up|interim|state) (?:\w+ )?report",
    re.I,
)
LONGEST_TITLE = 300
LONGEST_NAME = 40
"""Code points of the name of a State in a line of its own."""


def with_body(body: str, words: str) -> str:
    """A title of a kind that bodies publish every year, with the name of the body above."""
    return f"{body} – {words}" if body and PERIODICAL.fullmatch(words) else words


def is_report_on(above: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether the line above is of a kind of report, and the only one below it a name in capitals:
    that of whom the report is on."""
    is_name = len(lines) == 1 and lines[0].isupper() and len(lines[0]) <= LONGEST_NAME
    return is_name and bool(above) and REPORT.fullmatch(above[-1]) is not None


def with_days(words: str, following: Iterable[str]) -> str:
    """A title with the line below that says from when to when a visit was."""
    below = next(iter(following), "")
    return f"{words} {below}" if below and DAYS.fullmatch(below) else words


def with_report(words: str, reports: Iterable[str]) -> str:
    """A title that only says where a visit went, with the line below of whose report it is."""
    below = next(iter(reports), "")
    return f"{words} – {below}" if below and VISIT.fullmatch(words) else words


def with_names(words: str, following: Iterable[str]) -> str:
    """A title with the short line below it, which names the country, and those below that say
    what is added, or where a mission went."""
    for number, line in enumerate(following):
        below = BRACKET.sub("", line)
        if not _is_name(below) or (number and not ADDED.match(below)):
            break
        words = f"{words} – {below}"
    return words


def _is_name(below: str) -> bool:
    """Whether a line is a name: of a country, or of what is added."""
    is_name = 0 < len(below) <= 40 and below[0].isupper() and not NUMBERED.match(below)
    is_name = is_name and not SECTION.match(below) and not BODY.fullmatch(below)
    is_name = is_name and not re.search(r"[.,:;]", below)
    return is_name and all(
        w[:1] in "([" or w[0].isupper() or SMALL.fullmatch(w) for w in below.split()
    )


def shortened(words: str) -> str:
    """A title without marks of notes, of a length that can be shown."""
    words = words.rstrip(" *¹²³")
    cut = words[:LONGEST_TITLE]
    return cut if cut == words else cut.rpartition(" ")[0] + " …"
