"""An answer as people read it: headings in words, identifiers with keys, things by their labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gcm_kg.errors import InputError, offered, one_line, shown
from gcm_kg.rdf.namespaces import short

HIDDEN = ("rule", "prefix", "suffix", "statement", "participation", "figure", "made", "uptake")
"""Columns that are left out where people read; the formats for programs have them."""
NAMED = ("recommendation", "section", "part")
"""Columns of IRIs, or of what the identifier says, that are left out where there is one."""
WITHIN = ("mention", "assertion", "passage")
"""Columns of what has no name but stands in what the identifier names."""
PLACE = ("start", "end")
"""Columns that are shown as one, the place."""
OURS = {"ourParaphraseLabel": "in our words (not those of the Compact)"}
"""Headings of columns that quote nobody."""
# Is “https://w3id.org/x”, not “a: b”.
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
"""A cell that is an IRI."""


@dataclass(frozen=True, slots=True)
class Column:
    """A variable of a query, what it is called where people read, and its cells."""

    name: str
    heading: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns below a title, with notes on what was asked."""

    title: str
    columns: tuple[Column, ...]
    notes: tuple[str, ...] = ()

    @property
    def headings(self) -> list[str]:
        """What stands above the columns."""
        return [column.heading for column in self.columns]

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The cells, row by row."""
        return list(zip(*(column.cells for column in self.columns), strict=True))


def table(
    title: str, names: Sequence[str], rows: Sequence[Sequence[str]], *,
    wanted: Sequence[str] = (), iris: bool = False, notes: Sequence[str] = (), indented: str = "",
) -> Table:  # fmt: skip
    """The columns that people are shown of rows of text, each cell on one line.

    Things stand there by their labels or identifiers, and columns that hold nothing are left out;
    ``wanted`` names the columns that are shown instead, and with ``iris`` the IRIs of things stand
    beside. The blanks before the cells of the column ``indented`` are kept. Raises InputError for a
    name of no column.
    """
    cells = {name: tuple(row[place] for row in rows) for place, name in enumerate(names)}
    chosen = chosen_columns(names, wanted) if wanted else _usual(names, cells, iris=iris)
    columns = [
        Column(
            name,
            heading(name, names),
            _readable(name, names, cells[name], iris=iris)
            if name != indented
            else tuple(_indented(cell) for cell in cells[name]),
        )
        for name in chosen
    ]
    return Table(title, tuple(columns), tuple(notes))


def _usual(names: Sequence[str], cells: dict[str, tuple[str, ...]], *, iris: bool) -> list[str]:
    """The columns that are shown if nobody says which: with ``iris``, those of IRIs are last."""
    hidden = {n for n in names if f"{n}Label" in names or n in HIDDEN}
    if "identifier" in names:
        same = cells["identifier"]
        hidden |= {n for n in WITHIN if n in names}
        hidden |= {n for n in NAMED if _holds_iris(cells.get(n, ())) or cells.get(n) == same}
    full = [n for n in names if any(cells[n]) or not cells[n]] or [*names[:1]]
    usual = [name for name in full if name not in hidden]
    return usual + [n for n in full if n not in usual and _holds_iris(cells[n])] if iris else usual


def chosen_columns(
    names: Sequence[str], wanted: Sequence[str], *, variables: bool = False
) -> list[str]:
    """The columns that are asked for, by their headings or their variables, several of them parted
    by commas; what is both is the heading, or with ``variables`` the variable. Raises InputError
    for a name of none."""
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(name.lower(), name)
    for name in reversed(names):  # a label before the IRI that it is of
        shown_as = heading(name, names).lower()
        if not variables or shown_as not in known:
            known[shown_as] = name
    chosen = [name.strip() for text in wanted for name in text.split(",") if name.strip()]
    if "place" not in known and {"start", "end"} <= known.keys():  # which are shown as one
        chosen = [each for n in chosen for each in (PLACE if n.lower() == "place" else (n,))]
    for name in chosen:
        if name.lower() not in known:
            expected = " or ".join(offered(heading(name, names)) for name in names)
            raise InputError("--columns", expected, shown(name), "choose some of them")
    return list(dict.fromkeys(known[name.lower()] for name in chosen))


def heading(name: str, names: Sequence[str] = ()) -> str:
    """What a column is called: "citedBy" is "cited by", "themeLabel" is "theme".

    >>> heading("citedBy"), heading("themeLabel"), heading("theme", ["theme", "themeLabel"])
    ('cited by', 'theme', 'theme (IRI)')
    """
    if name in OURS:
        return OURS[name]
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.removesuffix("Label")).lower()
    return f"{words} (IRI)" if f"{name}Label" in names else words


def _holds_iris(cells: Sequence[str]) -> bool:
    return all(IRI.fullmatch(cell) for cell in cells if cell)


def _readable(
    name: str, names: Sequence[str], cells: Sequence[str], *, iris: bool
) -> tuple[str, ...]:
    """Cells on one line; IRIs are short unless they were asked for."""
    whole = iris and (f"{name}Label" in names or name in NAMED)
    return tuple(one_line(cell if whole else short(cell)) for cell in cells)


def _indented(cell: str) -> str:
    """A cell on one line with the blanks before it, as signs that are not taken away."""
    return "\u00a0" * (len(cell) - len(cell.lstrip(" "))) + one_line(cell)
