"""Takes the marks of Markdown out of a text: emphasis, links, escapes (CommonMark 0.31.2, 6).

Lines stay as they are, so that numbers and bullets are those of the text. Headings keep their
hashes, and short lines that are bold as a whole their stars: they tell what is a heading.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from gcm_kg.importing.converted import Converted, Grid, grid_of
from gcm_kg.importing.media import MARKDOWN
from gcm_kg.reading.marks import marks_of

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LONGEST_HEADING = 200
LEAST = 2
"""How many marks make a text one in Markdown whose name does not say so."""
_WORDS = r"(?:(?!\n\s*\n)[^*\n]|\n(?!\s*\n)|\\\*)"
# Matches “**train judges**”, not “** train” or “2 ** 3”.
BOLD = re.compile(rf"(?<![\\*])\*\*(?=[^\s*])(?P<words>{_WORDS}+?)(?<![\s\\])\*\*(?!\*)")
# Matches “**train judges. **”, not “** a” alone.
LOOSE = re.compile(rf"(?<![\\*])\*\*(?P<words>{_WORDS}{{1,600}}?)\*\*(?!\*)")
# Is “**Lead**”, not “**Lead** or **Owner**”.
WHOLE = re.compile(r"(?P<sign>\*\*|__)(?P<words>(?:(?!(?P=sign)).)+)(?P=sign)", re.S)
# Matches “***train judges***”, not “***”.
BOTH = re.compile(rf"(?<![\\*])\*\*\*(?=[^\s*])(?P<words>{_WORDS}+?)(?<![\s\\])\*\*\*(?!\*)")
# Matches “*train judges*”, not “* train” or “*1406738*”.
STARS = re.compile(
    rf"(?<![\\*\w])\*(?=[^\s*])(?!\d+\*)(?P<words>{_WORDS}{{1,600}}?)(?<![\s\\*])\*(?![*\w])"
)
# Matches “_train_” and “__train__”, not “snake_case_name”.
UNDERSCORES = re.compile(
    r"(?<![\\\w])(?P<signs>__?)(?=[^\s_])(?P<words>(?:(?!\n\s*\n)[^_]){1,600}?)(?<![\s\\])(?P=signs)(?!\w)"
)
# Matches “![Logo](a.png)”, not “[Logo](a.png)”.
IMAGE = re.compile(r"!\[[^\]\n]{0,200}\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)")
# Matches “[the law](https://x.org)”, not “[the law] (of 2014)”.
LINK = re.compile(
    r"(?<!\\)\[(?P<words>(?:[^\[\]]|\\.){1,600}?)(?<!\\)\]"
    r"(?:\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"\n]*\")?\)(?:\{[^{}\n]*\})?"
    r"|\{[.#][^{}\n]*\})"
)
# Matches “[the law][1]”, not “[the law] [1]”.
REFERENCE = re.compile(r"(?<!\\)\[(?P<words>[^\[\]]{1,600})\]\[(?P<name>[^\[\]\n]{0,200})\]")
# Matches “[1]: https://x.org”, not “[1] See”.
DEFINITION = re.compile(r"^ {0,3}\[(?P<name>[^\]^\n]{1,200})\]:[ \t]*\S+.*$\n?", re.M)
# Matches “[^3]”, not “[3]”.
NOTE = re.compile(r"\[\^(?P<name>\w{1,30})\](?P<colon>:)?")
# Begins “* train” and “+ train”, not “*train*”.
BULLET = re.compile(r"^([ \t]*)[*+](?=[ \t]+\S)", re.M)
# Matches “\*” and “1\.”, not “\n”.
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
# Matches “words\⏎”, not “words”.
HARD_BREAK = re.compile(r"\\$", re.M)
# Matches “`code`”, not “`”.
CODE = re.compile(r"(?<![\\`])`([^`\n]{1,300})`(?!`)")
# Matches “<br/>” and “<sup>2</sup>”, not “a < b”.
TAG = re.compile(
    r"<sup>\s*\[?(?P<note>\d{1,3})\]?\s*</sup>|(?P<br><br\s*/?>)|<!--[\s\S]*?-->|"
    r"</?(?:b|i|u|em|strong|span|sup|sub|small|font|mark|a|p|div|center)(?:\s[^<>]*)?/?>",
    re.I,
)
# Matches “<https://x.org>”, not “<b>”.
ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
# Begins “> said”, not “a > b”.
QUOTED = re.compile(r"^(?: {0,3}>[ \t]?)+", re.M)
# Matches “Results⏎=====”, not “=====”.
UNDERLINED = re.compile(
    r"(?:^|(?<=\n\n))(?P<words>[^\s#>|*-][^\n]{0,198})\n(?P<rule>=+|-{3,})[ \t]*(?=\n|\Z)"
)
# Matches “## Results ## {#r}”, not “#1”.
HEADING = re.compile(r"^(#{1,6}[ \t]+[^\n]*?)[ \t]*(?:#+[ \t]*)?(?:\{[^{}\n]*\})?[ \t]*$", re.M)
# Is “---⏎title: On work⏎---⏎”, not “---⏎”.
FRONT = re.compile(r"\A---[ \t]*\n(?P<lines>(?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*\n")
# Matches “title: "On work"”, not “subtitle: ”.
TITLE = re.compile(r"^title:[ \t]*[\"']?(?P<title>[^\n\"']+)", re.M | re.I)
# Begins “| State | Words |”, not “a | b”.
ROWS = re.compile(r"(?:^[ \t]*\|[^\n]*\|[ \t]*(?:\n|\Z)){2,}", re.M)
# Is “|---|:-:|”, not “| a |”.
RULE = re.compile(r"[ \t|:-]+")
# Matches the bar in “a | b”, not in “a \| b”.
BAR = re.compile(r"(?<!\\)\|")
# Matches “⏎⏎”, not “⏎”.
BLANK = re.compile(r"(\n[ \t]*\n)")
SIGNS = (BOLD, LINK, ESCAPE)


def is_markdown(text: str) -> bool:
    """Whether a text has marks of Markdown that are no words."""
    sample = text[:200_000]
    return any(sum(1 for _ in sign.finditer(sample)) >= LEAST for sign in SIGNS)


def converted(text: str) -> Converted:
    """The text without marks, its tables, and the title that its front matter has."""
    front = FRONT.match(text)
    title = TITLE.search(front["lines"]) if front else None
    text = text[front.end() :] if front else text
    found = [_rows(match[0]) for match in ROWS.finditer(text)]
    grids = [grid_of(f"table {number}", rows) for number, rows in enumerate(found, 1) if rows]
    text = ROWS.sub(lambda match: _table(match[0]), text)
    name = plain(title["title"]).strip() if title else ""
    return Converted(MARKDOWN, plain(text), grids=_several(grids), title=name)


def _several(grids: list[Grid]) -> list[Grid]:
    return [grid for grid in grids if grid.cells]


def plain(text: str) -> str:
    """A text without the marks of Markdown. Takes time in proportion to its length."""
    text = BULLET.sub(r"\1-", TAG.sub(_tag, QUOTED.sub("", text)))
    text = "".join(map(_unwrapped, BLANK.split(_without_references(text))))
    text = UNDERLINED.sub(lambda m: ("# " if m["rule"][0] == "=" else "## ") + m["words"], text)
    text = NOTE.sub(_note, HEADING.sub(r"\1", IMAGE.sub("", text)))
    text = CODE.sub(r"\1", ADDRESS.sub(r"\1", LINK.sub(r"\g<words>", text)))
    for pattern in (BOTH, BOLD, STARS, UNDERSCORES, STARS, LOOSE):
        text = pattern.sub(_words, text)
    return html.unescape(HARD_BREAK.sub("", ESCAPE.sub(r"\1", text)))


def _without_references(text: str) -> str:
    """A text without definitions of links, and links to them without marks."""
    names = {match["name"].casefold() for match in DEFINITION.finditer(text)}
    text = DEFINITION.sub("", text) if names else text
    return REFERENCE.sub(
        lambda m: m["words"] if (m["name"] or m["words"]).casefold() in names else m[0], text
    )


def _unwrapped(block: str) -> str:
    """A block with links, its lines one but for those that begin with a mark: without the
    addresses, their lengths say no more where a paragraph ends."""
    if not LINK.search(block):
        return block
    lines = block.split("\n")
    return lines[0] + "".join(
        f"\n{line}" if not line.strip() or marks_of(line) or line[0] in "#|" else f" {line.strip()}"
        for line in lines[1:]
    )


def _words(match: re.Match[str]) -> str:
    """What was emphasized; the stars stay around a heading that is bold as a whole."""
    words, start, end = match["words"], match.start(), match.end()
    whole = _is_alone(match.string, start, end) and match[0].startswith(("**", "__"))
    short = len(words) <= LONGEST_HEADING and not words.rstrip().endswith((".", ";", ","))
    return match[0] if whole and short else words


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a block of its own, between blank lines."""
    before, behind = text[max(0, start - 80) : start], text[end : end + 80]
    return not before.rpartition("\n")[2].strip() and not behind.partition("\n")[0].strip(" .:")


def _tag(match: re.Match[str]) -> str:
    if match["note"]:
        return match["note"].translate(SUPERSCRIPT)
    return "\n" if match["br"] else ""


def _note(match: re.Match[str]) -> str:
    """The mark of a footnote, as it is written in other texts."""
    name = match["name"]
    mark = name.translate(SUPERSCRIPT) if name.isdecimal() else "†"
    return f"{mark} " if match["colon"] else mark


def _rows(table: str) -> list[list[str]]:
    """The cells of a table of lines such as “| a | b |”, without marks."""
    lines = (line.strip() for line in table.splitlines())
    return [list(_cells(line)) for line in lines if not RULE.fullmatch(line)]


def _cells(line: str) -> Iterator[str]:
    inside = line.removeprefix("|")
    inside = inside[:-1] if inside.endswith("|") and not inside.endswith("\\|") else inside
    return (_plain_cell(cell) for cell in BAR.split(inside))


def _plain_cell(cell: str) -> str:
    """The words of a cell, which is no heading, even if all of them are bold."""
    words = plain(cell.strip()).strip()
    whole = WHOLE.fullmatch(words)
    return whole["words"] if whole else words


def _table(table: str) -> str:
    """The rows of a table as lines of a text, tabs between their cells."""
    return "".join("\t".join(filter(None, row)) + "\n\n" for row in _rows(table))
