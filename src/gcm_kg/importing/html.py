"""Reads HTML files: headings, paragraphs, lists and tables, without what is not shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError
from gcm_kg.importing.converted import Converted, Grid, GridCell
from gcm_kg.importing.decoding import decoded
from gcm_kg.importing.media import HTML

NOT_SHOWN = (
    "script", "style", "nav", "noscript", "template", "head", "aside", "form", "button", "svg",
    "iframe", "object", "select", "footer", "header", "menu", "dialog", "[hidden]",
    '[aria-hidden="true"]', '[role="navigation"]', '[style*="display:none"]',
    '[style*="display: none"]', '[style*="visibility:hidden"]', '[style*="visibility: hidden"]',
)  # fmt: skip
MAIN = ("main", "article", '[role="main"]', "body")
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure h1 h2 h3 h4 h5 h6 hr li main ol p pre section summary table tbody td tfoot th thead tr"
    " ul".split()
)
"""Elements that begin and end a block of words."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Is “1. Ratify” and “IV. Results”, not “Results”.
NUMBERED = re.compile(r"(?:[0-9]{1,3}|[IVXLC]+|[A-Za-z])[.)]\s")
# Matches “charset=utf-8”, not “char”.
DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,30})""")
HEAD = 2048
"""Bytes in which an encoding is declared (HTML, section 4.2.5.4 has 1,024)."""


def converted(data: bytes, path: Path) -> Converted:
    """The text of an HTML file, a blank line between blocks, and its tables.

    Raises InputError for a file of which nothing is shown.
    """
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(_decoded(data, path))
    for selector in NOT_SHOWN:
        for node in tree.css(selector):
            node.decompose()
    found = (tree.css_first(name) for name in MAIN)
    content: Any = next((node for node in found if node is not None), None)
    blocks = [block for block in _blocks(content) if block] if content is not None else []
    if not blocks:
        raise InputError(path, "a page with words", "none that are shown", "give the page's text")
    tables = content.css("table") if content is not None else []
    grids = [_grid(number, table) for number, table in enumerate(tables, 1)]
    return Converted(HTML, "\n\n".join(blocks) + "\n", grids=grids)


def is_html(text: str) -> bool:
    """Whether a text is HTML."""
    head = text[:HEAD].lstrip().casefold()
    return head.startswith(("<!doctype html", "<html")) or bool(
        head.startswith("<") and re.search(r"<(?:html|head|body|div|p|h1)[\s>]", head)
    )


def _decoded(data: bytes, path: Path) -> str:
    declared = DECLARED.search(data[:HEAD])
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(data, path)[0]


def _blocks(root: Any) -> Iterator[str]:
    """The blocks of words in order; those of lists and headings with their marks."""
    pieces: list[str] = []
    mark = ""
    for node, opens in _walk(root):
        name = node.tag
        if name in BLOCKS:
            words = " ".join("".join(pieces).split())
            pieces = []
            if words:
                yield mark + words if not (mark == "# " and NUMBERED.match(words)) else words
                mark = ""
            if opens:
                mark = _mark(node) or mark if name not in HEADINGS else "# "
            elif name in HEADINGS or name == "li":
                mark = ""
        elif opens and name == "br":
            pieces.append("\n")
        elif opens and name == "-text":
            pieces.append(node.text_content or "")
    yield " ".join("".join(pieces).split())


def _walk(root: Any) -> Iterator[tuple[Any, bool]]:
    """Each node as it opens and, with False, as it closes; however deep."""
    waiting = [(root, True)]
    while waiting:
        node, opens = waiting.pop()
        yield node, opens
        if opens and node.tag != "-text":
            waiting.append((node, False))
            waiting += [(child, True) for child in reversed(list(node.iter(include_text=True)))]


def _mark(node: Any) -> str:
    """What stands before an item of a list."""
    if node.tag != "li" or node.parent is None:
        return ""
    if node.parent.tag != "ol":
        return "• "
    place, before = 1, node.prev
    while before is not None:
        place += before.tag == "li"
        before = before.prev
    start = node.parent.attributes.get("start") or "1"
    return f"{place + (int(start) if start.isdecimal() else 1) - 1}. "


def _grid(number: int, table: Any) -> Grid:
    """A table; cells over several rows or columns are one cell."""
    cells: list[GridCell] = []
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(table.css("tr"), 1):
        column = 1
        for cell in line.css("td, th"):
            while (row, column) in taken:
                column += 1
            height, width = _span(cell, "rowspan"), _span(cell, "colspan")
            last = row + height - 1, column + width - 1
            covered = [(r, c) for r in range(row, last[0] + 1) for c in range(column, last[1] + 1)]
            taken.update(covered)
            if words := "\n".join(block for block in _blocks(cell) if block):
                cells.append(GridCell(words, row, column, *last))
            column += width
    return Grid(f"table {number}", cells)


def _span(cell: Any, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(max(int(value), 1), 1000) if value.isdecimal() and len(value) < 5 else 1
