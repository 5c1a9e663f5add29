"""Cuts an element of an HTML page into blocks of words, with the marks of lists and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from gcm_kg.importing.numbering import written
from gcm_kg.reading.marks import marks_of
from gcm_kg.text.layout import DEEPER

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot"
    " th thead tr ul".split()
)
"""Elements that begin and end a block of words."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# Is “12” and “[3]”, not “st”.
RAISED = re.compile(r"[\s\[(]*(\d{1,3})[\])\s]*")
# Matches “⏎ ⏎”, not “⏎”.
PARAGRAPHS = re.compile(r"\n(?:[^\S\n]*\n)+")
# Matches “footnotes”, “MsoFootnoteText” and “doc-endnotes”, not “notebook”.
NOTES = re.compile(r"(?:foot|end)-?notes?(?:text)?(?![a-z])|\breflist\b|\breferences\b", re.I)
"""What the class, role or name of an element with footnotes says."""
# Begins “3. See”, “[3] See” and “3 See”, not “30 years”.
NOTE_NUMBER = re.compile(r"[\[(]?(\d{1,3})(?:[\])]+\.?|\.|(?=\s))\s*(?=\S)")
# Begins “¹ See”, “† See” and “## Notes”, not “1 See”.
MARKED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹†‡*#]")
# Begins “Source of position: A/1”, not “to adopt: laws”.
FIELD = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,3}:\s+\S")
"""A line that says something of what stands above it."""
WITHIN = "table, ul, ol, h1, h2, h3, h4, h5, h6"
"""What stands in the cells of tables that lay out a page."""
LONGEST_ROW = 2_000


def blocks_of(root: Any) -> list[str]:
    """The blocks of words in order; those of lists and headings with their marks.

    Two line breaks end a block; one ends a line of it where a number, a bullet or “Source: …”
    follows. The cells of a row of a table stand on one line, with tabs between them.
    """
    return [block for piece in _pieces(root) for block in _broken(piece)]


def _pieces(root: Any) -> Iterator[str]:
    """Marks and words from one edge of a block to the next; breaks of lines as such."""
    words: list[str] = []
    mark, notes = "", 0
    for node, opens in _walk(root):
        name = node.tag
        if name in BLOCKS:
            said, words = "".join(words), []
            if said.strip():
                piece = mark + said.strip()
                yield _as_note(piece) if notes else piece
                mark = ""
            notes += (1 if opens else -1) * _is_of_notes(node)
            mark = (
                _mark(node) or mark if opens else "" if name == "li" or name in HEADINGS else mark
            )
            if opens and _is_row(node):
                yield "\t".join(filter(None, (_inline(cell) for cell in node.css("td, th"))))
        else:
            words.append(_said(node, opens))
    yield mark + "".join(words) if "".join(words).strip() else ""


def _broken(piece: str) -> Iterator[str]:
    """The blocks that breaks of lines make of one."""
    for block in PARAGRAPHS.split(piece):
        lines = [" ".join(_words(line)) for line in block.split("\n")]
        kept = ""
        for line in filter(None, lines):
            alone = marks_of(line) or FIELD.match(line)
            kept += ("\n" if alone else " ") + line if kept else line
        if kept:
            yield kept


def _words(line: str) -> list[str]:
    """The words of a line; the tabs between the cells of a row stay, and what nests a list."""
    return ["\t".join(" ".join(cell.split()) for cell in line.split("\t"))] if line.strip() else []


def _said(node: Any, opens: bool) -> str:
    """The words of text; a line break; digits that are raised as marks of notes."""
    if not opens:
        return ""
    if node.tag == "br":
        return "\n"
    if node.tag == "sup":
        number = RAISED.fullmatch(node.text())
        return number[1].translate(SUPERSCRIPT) if number else node.text()
    if node.tag == "-text":
        text = node.text_content or ""
        return text if _is_kept(node) else re.sub(r"\s+", " ", text)
    return ""


def _is_kept(node: Any) -> bool:
    """Whether the breaks of lines of a text are kept."""
    return node.parent is not None and node.parent.tag == "pre"


def _walk(root: Any) -> Iterator[tuple[Any, bool]]:
    """Each node as it opens and, with False, as it closes; however deep. What stands in a row of a
    table, or is raised, is not walked."""
    waiting = [(root, True)]
    while waiting:
        node, opens = waiting.pop()
        yield node, opens
        if opens and node.tag != "-text":
            waiting.append((node, False))
            if node.tag != "sup" and not _is_row(node):
                waiting += [(child, True) for child in reversed(list(node.iter(include_text=True)))]


def _is_of_notes(node: Any) -> bool:
    """Whether an element holds footnotes, by its class or role."""
    said = (node.attributes.get(name) or "" for name in ("class", "role", "epub:type", "id"))
    return any(map(NOTES.search, said))


def _as_note(words: str) -> str:
    """The words of a footnote, its number raised as that of others, or behind a sign of notes."""
    if number := NOTE_NUMBER.match(words):
        return number[1].translate(SUPERSCRIPT) + " " + words[number.end() :]
    return words if MARKED.match(words) else f"† {words}"


def _is_row(node: Any) -> bool:
    """Whether a row of a table is one line: several cells, and no layout in them."""
    if node.tag != "tr" or len(node.css("td, th")) < 2:
        return False
    return not node.css(WITHIN) and len(node.text()) <= LONGEST_ROW


def _inline(cell: Any) -> str:
    return " ".join(" ".join(block.split()) for block in blocks_of(cell))


def _mark(node: Any) -> str:
    """What stands before a heading, or before an item of a list."""
    if node.tag in HEADINGS:
        return "#" * int(node.tag[1]) + " "
    if node.tag != "li" or node.parent is None:
        return ""
    if node.parent.tag != "ol":
        return DEEPER[min(_depth(node), len(DEEPER)) - 1] + " "
    form = FORMS.get((node.parent.attributes.get("type") or "1").strip(), "")
    number = written(_number(node), form)
    return f"({number}) " if form.startswith("lower") else f"{number}. "


def _depth(node: Any) -> int:
    """How many lists an item stands in."""
    depth, above = 0, node.parent
    while above is not None:
        depth += above.tag in ("ul", "ol")
        above = above.parent
    return max(depth, 1)


def _number(item: Any) -> int:
    """The number of an item, as it or an item before it is given, or its list begins."""
    behind, node = 0, item
    while node is not None:
        if node.tag == "li":
            given = (node.attributes.get("value") or "").strip()
            if given.isdecimal() and len(given) < 5:
                return int(given) + behind
            behind += 1
        node = node.prev
    start = (item.parent.attributes.get("start") or "1").strip()
    return (int(start) if start.isdecimal() and len(start) < 5 else 1) + behind - 1
