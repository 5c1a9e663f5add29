"""Reads HTML files: headings, paragraphs, lists and tables, without what is not shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError
from gcm_kg.importing.converted import Converted, Grid, GridCell
from gcm_kg.importing.decoding import decoded
from gcm_kg.importing.html_blocks import blocks_of
from gcm_kg.importing.media import HTML

NOT_SHOWN = (
    "script", "style", "nav", "noscript", "template", "head", "button", "svg",
    'aside:not([role*="note"]):not([class*="note"])',
    "iframe", "object", "select", "footer", "menu", "dialog", "del", "textarea", "[hidden]",
    '[aria-hidden="true"]', '[role="navigation"]', '[style*="display:none"]',
    '[style*="display: none"]', '[style*="visibility:hidden"]', '[style*="visibility: hidden"]',
)  # fmt: skip
AROUND = ("form", "header")
"""Elements that are not shown unless most words of the page, or its title, stand in them."""
MAIN = ("main", "article", '[role="main"]', "body")
MOST_OF = 0.3
"""The share of the words of a page from which on an element holds what it says."""
# Matches “<div class=x>”, “</table>”, not “<p>” or “<td>”, which need no end.
NESTING = re.compile(
    r"<(?P<end>/?)(?P<name>table|div|span|ul|ol|dl|blockquote|section|font|b|i)\b", re.I
)
DEEPEST = {"table": 50}
DEEPEST_OF_OTHERS = 5_000
"""How many elements of a name may lie in each other; deeper ones take the square of the time."""
# Matches “charset=utf-8”, not “char”.
DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,30})""")
HEAD = 2048
"""Bytes in which an encoding is declared (HTML, section 4.2.5.4 has 1,024)."""
# Matches “ | Site” behind a title, not “ - third review”.
SITE = re.compile(r"\s+[|»·]\s+[^|»·]{2,60}\Z")


def converted(data: bytes, path: Path) -> Converted:
    """The text of an HTML file, a blank line between blocks, its tables and its title.

    Raises InputError for a file of which nothing is shown.
    """
    from selectolax.lexbor import LexborHTMLParser

    text = _decoded(data, path)
    _refuse_deep(text, path)
    tree = LexborHTMLParser(text)
    title, heading = _title(tree), _first_heading(tree)
    for selector in NOT_SHOWN:
        for node in tree.css(selector):
            node.decompose()
    _take_out_around(tree)
    content = _content(tree)
    blocks = blocks_of(content) if content is not None else []
    if not blocks:
        raise InputError(path, "a page with words", "none that are shown", "give the page's text")
    tables = content.css("table") if content is not None else []
    grids = _grids(tables)
    if heading and f"# {heading}" not in blocks:
        blocks.insert(0, f"# {heading}")
    return Converted(HTML, "\n\n".join(blocks) + "\n", grids=grids, title=title)


def _refuse_deep(text: str, path: Path) -> None:
    """Raises InputError for a page whose elements lie in each other more deeply than on any page
    that is read."""
    depth: Counter[str] = Counter()
    for found in NESTING.finditer(text):
        name = found["name"].casefold()
        depth[name] = max(0, depth[name] - 1) if found["end"] else depth[name] + 1
        most = DEEPEST.get(name, DEEPEST_OF_OTHERS)
        if depth[name] > most:
            expected = f"at most {most:,} <{name}> in each other"
            raise InputError(path, expected, "more", "give the page's text")


def is_html(text: str) -> bool:
    """Whether a text is HTML."""
    head = text[:HEAD].lstrip().casefold()
    return head.startswith(("<!doctype html", "<html")) or bool(
        head.startswith("<")
        and re.search(
            r"<(?:html|head|body|div|main|article|section|table|[uo]l|p|h[1-6])[\s>]", head
        )
    )


def _first_heading(tree: Any) -> str:
    """The first heading of the first rank with words."""
    for name in ("main h1", "article h1", "h1"):
        for node in tree.css(name):
            if words := " ".join(node.text().split()):
                return words
    return ""


def _title(tree: Any) -> str:
    """The title of the page, without the name of the site behind it."""
    node = tree.css_first("title")
    return SITE.sub("", " ".join(node.text().split())) if node is not None else ""


def _take_out_around(tree: Any) -> None:
    """Takes out forms and heads of pages that do not hold what the page says."""
    total = len(tree.body.text()) if tree.body is not None else 0
    for name in AROUND:
        for node in tree.css(name):
            if len(node.text()) < MOST_OF * total:
                node.decompose()


def _content(tree: Any) -> Any:
    """The element that holds what the page says: of several articles, all of the page."""
    for name in MAIN:
        nodes = tree.css(name)
        if nodes and (len(nodes) == 1 or name != "article"):
            return nodes[0]
    return None


def _decoded(data: bytes, path: Path) -> str:
    declared = DECLARED.search(data[:HEAD])
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(data, path)[0]


def _grids(tables: Sequence[Any]) -> list[Grid]:
    """The tables in order. What stands in a table within a cell is of that table alone: pages are
    laid out by tables, and cells have small ones beside their words."""
    grids: list[Grid] = []
    for number, table in reversed(list(enumerate(tables, 1))):
        grids.append(_grid(number, table))
        above = table.parent
        while above is not None and above.tag != "table":
            above = above.parent
        if above is not None:
            table.decompose()
    return grids[::-1]


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
            if words := "\n".join(blocks_of(cell)):
                cells.append(GridCell(words, row, column, *last))
            column += width
    return Grid(f"table {number}", cells)


def _span(cell: Any, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(max(int(value), 1), 1000) if value.isdecimal() and len(value) < 5 else 1
