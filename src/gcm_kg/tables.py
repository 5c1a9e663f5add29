"""Shows tables and progress to people, on a terminal or piped."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from gcm_kg.iris import short

HIDDEN = ("reason", "rule", "prefix", "suffix", "statement", "participation", "figure")
"""Columns that are left out where people read; the other formats have them."""
NAMED = ("recommendation", "section", "part", "mention")
"""Columns of IRIs that are left out where an identifier says which thing it is."""
WIDTHS = {"text": 4, "quote": 2, "snippet": 4}
"""How a line is shared between the columns that are not short; others have 2 shares too."""
SHORT = ("identifier", "role", "function", "start", "end", "count", "parts", "recommendations")
"""Columns that are never broken over lines."""


def show_table(title: str, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """The rows for people: labels where there are any instead of IRIs, and the number of rows."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title, box=SIMPLE_HEAD, title_justify="left", expand=True)
    columns = visible(names)
    for _, name in columns:
        share = None if name in SHORT else WIDTHS.get(name, 2)
        table.add_column(name, overflow="fold", ratio=share, no_wrap=name in SHORT)
    for row in rows:
        table.add_row(*(" ".join(short(row[i]).split()) for i, _ in columns))
    console = Console(markup=False, highlight=False, emoji=False)
    console.print(table)
    console.print(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")


def visible(names: Sequence[str]) -> list[tuple[int, str]]:
    """The columns that people are shown, by number, each with its heading."""
    hidden = {n for n in names if f"{n}Label" in names or n in HIDDEN}
    hidden |= set(NAMED) if "identifier" in names else set()
    return [(i, n.removesuffix("Label")) for i, n in enumerate(names) if n not in hidden]


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
