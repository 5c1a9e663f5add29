"""Draws pictures of a graph: as SVG, whose texts stay text, to be searched and read aloud, or PNG.

The same graph gives the same bytes. Each picture says of which documents it is, how many things it
counts, and from which release; what is not drawn is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Any

from gcm_kg.views.pictures import PAPER, drawn_with
from gcm_kg.views.statistics import Statistics

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK = "#1f3a5f"
THEMES, ON_SLIDE = 24, 14
"""How many themes, or instruments, are drawn, the most frequent; and how many on a slide."""
COLOURS = (
    *("#56b4e9", "#e69f00", "#009e73", "#cc79a7", "#0072b2", "#d55e00", "#f0e442", "#999999"),
    *("#882255", "#44aa99", "#ddcc77", "#aa4499"),
)
"""Colours that the colour-blind can tell apart (M. Okabe and K. Ito, 2008; the last four are of
P. Tol's muted scheme); numbers tell them apart, too."""
DARK = ("#0072b2", "#882255", "#aa4499")
DEGREES = {
    "wording kept": "#0072b2", "substance kept": "#56b4e9", "partly": "#f0e442",
    "not found": "#999999",
}  # fmt: skip
UNSAID = "#dddddd"
"""The colour of a citation whose words do not say what is to be done."""
SLIDE = (13.333, 7.5)
"""Inches of a slide, 16:9."""
LABEL, NARROW = 46, 18
"""Characters of a line of a label, and of a title on a slide."""


def overview(counts: Statistics, *, slide: bool = False, form: str = "svg") -> bytes:
    """Recommendations by section, by section and theme, and citations by instrument."""
    most = ON_SLIDE if slide else THEMES
    themes, every = counts.most_frequent_themes(most), counts.citations_by_instrument()
    instruments = dict([*every.items()][:most]) if slide else every
    heights = [len(counts.sections) + 2, len(themes) + 4, _lines(instruments) + 3]

    def draw(figure: Figure) -> None:
        if slide:
            sections, grid, cited = figure.subplots(1, 3, width_ratios=[4, 5, 4])
        else:
            sections, grid, cited = figure.subplots(3, 1, height_ratios=heights)
        titles = {f"{s}  {_bare(title)}": n for s, (title, n) in counts.sections.items()}
        room = NARROW if slide else LABEL
        _bars(sections, "Recommendations by section", titles, room)
        number = len({theme for by in counts.themes.values() for theme in by})
        shown = _of(len(themes), number)
        _grid(grid, counts, themes, f"Recommendations by theme and section{shown}", room)
        cited_title = f"Parts that cite an instrument{_of(len(instruments), len(every))}"
        _bars(cited, cited_title, instruments, room)

    size = SLIDE if slide else (10, sum(heights) * 0.26 + 1.5)
    return drawn_with(draw, counts, "Recommendations and citations", size, form)


def _of(shown: int, all_: int) -> str:
    """What is said where not all is drawn."""
    return "" if shown == all_ else f" ({shown} of {all_})"


def _lines(labels: Sequence[str] | dict[str, int]) -> int:
    return sum(_label(label).count("\n") + 1 for label in labels)


def _bars(axes: Axes, title: str, numbers: dict[str, int], room: int) -> None:
    """A horizontal bar for each number, the first on top, with the number at its end."""
    labels = [_label(label) for label in numbers]
    bars = axes.barh(range(len(labels)), list(numbers.values()), color=INK, height=0.7)
    axes.set_yticks(range(len(labels)), labels)
    axes.invert_yaxis()
    axes.bar_label(bars, padding=3)
    axes.set_title(fill(title, room), loc="left", fontweight="bold")
    axes.xaxis.set_visible(False)
    axes.spines["bottom"].set_visible(False)


def _grid(axes: Axes, counts: Statistics, themes: list[str], title: str, room: int) -> None:
    """A field for each theme and section, the darker the more recommendations."""
    sections = list(counts.sections)
    numbers = [[counts.themes.get(s, {}).get(theme, 0) for s in sections] for theme in themes]
    if numbers:
        axes.imshow(numbers, cmap="Blues", aspect="auto")
    darkest = max(map(max, numbers), default=0) or 1
    for row, line in enumerate(numbers):
        for column, number in enumerate(line):
            ink = PAPER if number > darkest * 0.6 else INK
            if number:
                axes.text(column, row, str(number), ha="center", va="center", color=ink)
    turned = 90 if len(sections) > 9 or room < LABEL else 0
    axes.set_xticks(range(len(sections)), sections, rotation=turned)
    axes.set_yticks(range(len(themes)), [_label(theme) for theme in themes])
    axes.tick_params(length=0)
    axes.set_title(fill(title, room), loc="left", fontweight="bold")


def network(counts: Statistics, *, slide: bool = False, form: str = "svg") -> bytes:
    """Which parts cite which instruments, and to what end, as a matrix: a field for each citation,
    with the number of its function in the legend."""
    parts = list(dict.fromkeys(c.part for c in sorted(counts.citations, key=_place)))
    instruments = list(counts.citations_by_instrument())
    functions = sorted({c.function for c in counts.citations if c.function})
    size = (len(parts) * 0.26 + 6, _lines(instruments) * 0.24 + 3.5)

    def draw(figure: Figure) -> None:
        axes = figure.subplots()
        fields: dict[tuple[int, int], list[str]] = {}
        for citation in counts.citations:
            place = parts.index(citation.part), instruments.index(citation.instrument)
            fields.setdefault(place, []).append(citation.function)
        for (x, y), said in fields.items():
            _field(axes, x, y, sorted(said), functions)
        columns, rows = max(len(parts), 1), max(len(instruments), 1)
        axes.set(xlim=(-0.5, columns - 0.5), ylim=(rows - 0.5, -0.5))
        axes.set_xticks(range(len(parts)), parts, rotation=90)
        axes.set_yticks(range(len(instruments)), [_label(name) for name in instruments])
        axes.grid(color="#eeeeee", zorder=0)
        axes.set_axisbelow(True)
        axes.tick_params(length=0)
        _legend(axes, functions)

    title = f"What cites what, and to what end ({len(counts.citations)} citations)"
    return drawn_with(draw, counts, title, SLIDE if slide else size, form)


def _field(axes: Axes, x: int, y: int, said: list[str], functions: list[str]) -> None:
    """A citation as a square; one with several functions as stripes of it."""
    height = 0.9 / len(said)
    for number, function in enumerate(said):
        top = y - 0.45 + number * height
        colour = _colour(function, functions)
        axes.bar(x, height, 0.9, top, color=colour, zorder=2)
        if function:
            mark = str(functions.index(function) + 1)
            size = 7 if len(said) == 1 else 5
            middle = top + height / 2
            ink = PAPER if colour in DARK else "black"
            axes.text(x, middle, mark, ha="center", va="center", size=size, color=ink, zorder=3)


def _legend(axes: Axes, functions: list[str]) -> None:
    for number, function in enumerate((*functions, ""), 1):
        label = f"{number}  {function}" if function else "no function said"
        axes.bar(0, 0, color=_colour(function, functions), label=label)
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)


def _colour(function: str, functions: list[str]) -> str:
    return COLOURS[functions.index(function) % len(COLOURS)] if function else UNSAID


def uptake(counts: Statistics, *, slide: bool = False, form: str = "svg") -> bytes:
    """How much of the recommendations of each section the adopted Compact took up."""
    sections = list(counts.uptake)
    titles = [_label(f"{s}  {_bare(counts.sections.get(s, ('', 0))[0])}") for s in sections]

    def draw(figure: Figure) -> None:
        axes = figure.subplots()
        left = [0] * len(sections)
        for degree, colour in DEGREES.items():
            numbers = [counts.uptake[section].get(degree, 0) for section in sections]
            bars = axes.barh(titles, numbers, left=left, color=colour, label=degree)
            axes.bar_label(bars, [str(n) if n else "" for n in numbers], label_type="center")
            left = [a + b for a, b in zip(left, numbers, strict=True)]
        axes.invert_yaxis()
        axes.set_xlabel("recommendations, by the best degree in which an action took them up")
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=4, frameon=False)

    size = SLIDE if slide else (10, _lines(sections) * 0.5 + 2.5)
    return drawn_with(draw, counts, "What the adopted Compact made of each section", size, form)


def _place(citation: Any) -> list[tuple[bool, int, str]]:
    """Sorts "III.a.10" behind "III.a.9"."""
    pieces = citation.part.split(".")
    return [(piece.isdigit(), int(piece) if piece.isdigit() else 0, piece) for piece in pieces]


def _bare(title: str) -> str:
    """A heading without its own letter, which the identifier has."""
    return re.sub(r"^\w{1,3}[.)]\s+", "", title)


def _label(text: str) -> str:
    """A label in lines, none of it cut off."""
    return fill(text, LABEL) if len(text) > LABEL else text
