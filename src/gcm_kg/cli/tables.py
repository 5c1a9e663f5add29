"""Shows tables and progress to people, on a terminal or piped."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from textwrap import wrap
from typing import Any

import click

from gcm_kg.errors import printable
from gcm_kg.views.table import Table, table

SHARES = {"text": 4, "snippet": 4}
"""How much more room a column takes than others, of what is left when every word has its own."""
SHORT = ("identifier", "role", "function", "place", "count", "parts", "cited by", "recommendations")
"""Columns that are not broken over lines while there is room."""
LONGEST = 20
"""Characters of a word, or of a cell that is not broken, for which room is made."""
NAMING, LONGEST_NAME = ("identifier", "identifiers"), 36
"""Columns that name parts behind the keys of documents, and the characters of a name for which room
is made: it is pasted, and no use in two pieces."""
THIN = 16
"""The least characters of a line of a long cell."""
UNBROKEN = 40
"""Characters of a word, such as an address, that may be broken."""
LEAST = 8
"""Characters of a line that are left to words that are broken."""
WIDE = 120
"""Characters in a line where no terminal says how many it has."""
EDGE, BETWEEN = 1, 3
"""Characters that a table needs beside its columns, and between two of them."""
LINE = "─"
"""What stands between headings and cells."""
WRAPPING: dict[str, Any] = {"break_on_hyphens": False, "drop_whitespace": True}

Column = tuple[str, list[str]]
"""A heading, and the cells below it."""


def show_table(
    title: str, names: Sequence[str], rows: Sequence[Sequence[str]], *,
    wanted: Sequence[str] = (), iris: bool = False, wide: bool = False, notes: Sequence[str] = (),
) -> None:  # fmt: skip
    """The rows for people: labels where there are any instead of IRIs, and the number of rows."""
    show(table(title, names, rows, wanted=wanted, iris=iris, notes=notes), wide=wide)


def show(shown: Table, *, wide: bool = False) -> None:
    """A table as wide as the terminal; where not all words have room, a record below the other.

    With ``wide`` no cell is broken, however long the lines are.
    """
    columns = readable(shown)
    if above := [line for line in (shown.title, *shown.notes) if line]:
        click.echo(folded(printable("\n".join(above))))
    room = width() - EDGE - BETWEEN * len(columns)
    if wide:
        show_columns(columns, [_most(column) for column in columns])
    elif columns and sum(map(_least, columns)) > room:
        show_records(columns)
    else:
        show_columns(columns, widths(columns, room))
    number = len(columns[0][1]) if columns else 0
    click.echo(f"{number} row{'' if number == 1 else 's'}")


def readable(shown: Table) -> list[Column]:
    """The columns of a table; the start and the end of words are one, their place."""
    columns = {column.heading: [*column.cells] for column in shown.columns}
    if {"start", "end"} <= columns.keys():
        places = zip(columns["start"], columns.pop("end"), strict=True)
        columns["start"] = [f"{start}–{end}" for start, end in places]
    return [("place" if name == "start" else name, cells) for name, cells in columns.items()]


def show_records(columns: Sequence[Column]) -> None:
    """One record below the other, each column a line or some."""
    indent = max(len(name) for name, _ in columns) + 2
    room = width() - EDGE - indent
    apart = room < LEAST * 2
    lines = [""]
    for cells in zip(*(cells for _, cells in columns), strict=True):
        for (name, _), cell in zip(columns, cells, strict=True):
            if not cell:
                continue
            pieces = _broken(cell, max(width() - EDGE - 2 if apart else room, 1))
            heads = [name, *[""] * (len(pieces) - 1)]
            if apart:
                lines += [name, *(f"  {piece}" for piece in pieces)]
            else:
                lines += [f"{h:{indent}}{p}" for h, p in zip(heads, pieces, strict=True)]
        lines.append("")
    click.echo("\n".join(f" {line}".rstrip() for line in lines))


def _most(column: Column) -> int:
    return max(map(_width, [column[0], *column[1]]))


def _least(column: Column) -> int:
    """The characters that a column needs so that no word is broken and no cell gets too thin."""
    name, cells = column
    most = _most(column)
    if name in SHORT:
        return min(most, max(_longest(name), min(_longest_word(cells), UNBROKEN)))
    if name in NAMING:
        return min(most, LONGEST_NAME, _longest_word([name, *cells]))
    return min(most, max(THIN if most > 4 * THIN else 0, _longest_word([name, *cells])), UNBROKEN)


def _longest(name: str) -> int:
    """The characters of a word of a column for which room is made."""
    return LONGEST_NAME if name in NAMING else LONGEST


def show_columns(columns: Sequence[Column], sizes: Sequence[int]) -> None:
    """Columns below their headings, side by side, their cells broken into lines as wide as said."""
    text = [*_lines([name for name, _ in columns], sizes)]
    text.append(" " + _line_sign() * (sum(sizes) + BETWEEN * (len(sizes) - 1) + 2))
    for cells in zip(*(cells for _, cells in columns), strict=True):
        text += _lines(cells, sizes)
    click.echo(printable("\n" + "".join(f"{line.rstrip()}\n" for line in text)))


def _line_sign() -> str:
    """What a line is drawn with: a hyphen where standard output cannot do better."""
    try:
        LINE.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return "-"
    return LINE


def _lines(cells: Sequence[str], sizes: Sequence[int]) -> Iterator[str]:
    """The lines of a row."""
    broken = [
        [piece for line in cell.split("\n") for piece in _broken(line, max(size, 1))]
        for cell, size in zip(cells, sizes, strict=True)
    ]
    for pieces in zip_longest(*broken, fillvalue=""):
        padded = (p + " " * (size - _width(p)) for p, size in zip(pieces, sizes, strict=True))
        yield "  " + (" " * BETWEEN).join(padded)


def _broken(line: str, size: int) -> list[str]:
    """A line in pieces as wide as that; where it has wide signs, each may be two columns wide."""
    wide = _width(line) > len(line)
    return wrap(line, max(size // 2, 1) if wide else size, **WRAPPING) or [""]


def _width(text: str) -> int:
    """The columns that a text takes on a terminal (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    import unicodedata

    marks = sum(1 for sign in text if unicodedata.combining(sign))
    return len(text) - marks + sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)


def tell(text: str, hanging: int = 2, end: str = "\n") -> None:
    """Prints text without what would steer a terminal; on a screen, a line that is longer than it
    goes on below, its words whole, behind so many blanks as half of the screen has room for."""
    click.echo(folded(printable(text), hanging), nl=False)
    click.echo(end, nl=False)


def warn(text: str) -> None:
    """Prints text on standard error, without what would steer a terminal."""
    click.echo(printable(text), err=True)


def folded(text: str, hanging: int = 2) -> str:
    """The text as ``tell`` prints it; as it is where no screen says how wide it is."""
    if not (sys.stdout.isatty() or "COLUMNS" in os.environ):
        return text
    room = max(width(), LEAST)
    blanks = " " * (hanging if hanging <= room // 2 else 2)
    lines: list[str] = []
    for line in text.split("\n"):
        if _width(line) <= room:
            lines.append(line)
            continue
        options = {**WRAPPING, "break_long_words": False, "subsequent_indent": blanks}
        lines += wrap(line, room, **options)
    return "\n".join(lines)


def width() -> int:
    """Characters of a line: as many as COLUMNS or the terminal has, else ``WIDE``."""
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and int(said) > 0:
        return int(said)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or WIDE
    except (AttributeError, ValueError, OSError):  # no terminal
        return WIDE


def widths(columns: Sequence[Column], room: int) -> list[int]:
    """The widths of columns: at first as much as the words need, then what the cells could use.

    Where there is no room for all words, those of the widest columns are broken, and of the short
    columns at last.
    """
    most = [*map(_most, columns)]
    found = [*map(_least, columns)]
    if sum(found) > room:
        found = [
            min(_longest(name), whole if name in SHORT else _longest_word([name, *cells]))
            for (name, cells), whole in zip(columns, most, strict=True)
        ]
    longer = [i for i, (name, _) in enumerate(columns) if name not in (*SHORT, *NAMING)]
    while sum(found) > room and max(found) > 1:
        widest = max(longer, key=found.__getitem__, default=0)
        if not longer or found[widest] <= LEAST:
            widest = found.index(max(found))
        found[widest] -= 1
    shares = [SHARES.get(name, 2) for name, _ in columns]
    while sum(found) < room and (narrow := [i for i, w in enumerate(found) if w < most[i]]):
        found[min(narrow, key=lambda i: found[i] / shares[i])] += 1
    return found


def _longest_word(cells: Iterable[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=1)


@contextmanager
def progress(what: str, total: int | None = None) -> Iterator[Callable[[], None]]:
    """A bar on the terminal, moved on by calling what is given; nothing where nobody looks.

    Without a total it only shows that something is being done.
    """
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)
