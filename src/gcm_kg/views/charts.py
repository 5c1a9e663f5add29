"""Draws pictures of a graph as SVG, whose texts stay text: to be searched and read aloud.

The same graph gives the same bytes.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gcm_kg.errors import InputError
from gcm_kg.files import write_whole
from gcm_kg.views.statistics import Statistics

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, PAPER = "#1f3a5f", "white"
THEMES = 24
"""How many themes are drawn, the most frequent."""
COLOURS = (
    *("#1b6ca8", "#c8553d", "#588157", "#8d5a97", "#d9a400", "#2a9d8f"),
    *("#a4133c", "#3d405b", "#e07be0", "#7f5539", "#6a994e", "#00b4d8"),
)
UNSAID = "#b5b5b5"
"""The colour of a citation whose words do not say what is to be done."""
STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "gcm-kg",
    "text.parse_math": False,  # a dollar sign in a label is a dollar sign
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def overview(counts: Statistics) -> str:
    """Recommendations by section, by section and theme, and citations by instrument, as SVG."""
    themes = counts.most_frequent_themes(THEMES)
    instruments = counts.citations_by_instrument()
    heights = [len(counts.sections) + 2, len(themes) + 4, len(instruments) + 3]

    def draw(figure: Figure) -> None:
        sections, grid, cited = figure.subplots(3, 1, height_ratios=heights)
        titles = {f"{s}  {_bare(title)}": n for s, (title, n) in counts.sections.items()}
        _bars(sections, "Recommendations by section", titles)
        _grid(grid, counts, themes)
        _bars(cited, "Parts of the document that cite an instrument", instruments)

    return _svg(draw, 10, sum(heights) * 0.26 + 1)


def _bars(axes: Axes, title: str, numbers: dict[str, int]) -> None:
    """A horizontal bar for each number, the first on top, with the number at its end."""
    labels = [_cut(label) for label in numbers]
    bars = axes.barh(range(len(labels)), list(numbers.values()), color=INK, height=0.7)
    axes.set_yticks(range(len(labels)), labels)
    axes.invert_yaxis()
    axes.bar_label(bars, padding=3)
    axes.set_title(title, loc="left", fontweight="bold")
    axes.xaxis.set_visible(False)
    axes.spines["bottom"].set_visible(False)


def _grid(axes: Axes, counts: Statistics, themes: list[str]) -> None:
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
    axes.set_xticks(range(len(sections)), sections)
    axes.set_yticks(range(len(themes)), [_cut(theme) for theme in themes])
    axes.tick_params(length=0)
    axes.set_title("Recommendations by theme and section", loc="left", fontweight="bold")


def network(counts: Statistics) -> str:
    """Which parts, left, cite which instruments, right, and to what end, as SVG."""
    parts = list(dict.fromkeys(c.part for c in sorted(counts.citations, key=_place)))
    instruments = _by_neighbours(counts, parts)
    functions = sorted({c.function for c in counts.citations if c.function})
    rows = max(len(parts), len(instruments), 1)

    def draw(figure: Figure) -> None:
        axes = figure.subplots()
        left = {part: (i + 0.5) / len(parts) for i, part in enumerate(parts)}
        right = {name: (i + 0.5) / len(instruments) for i, name in enumerate(instruments)}
        beside: Counter[tuple[str, str]] = Counter()
        for citation in counts.citations:
            colour = _colour(citation.function, functions)
            edge = citation.part, citation.instrument
            shift = beside[edge] * 0.12 / rows  # two functions of one citation lie side by side
            beside[edge] += 1
            heights = (left[citation.part] + shift, right[citation.instrument] + shift)
            axes.plot((0, 1), heights, color=colour, linewidth=1.2, alpha=0.8, zorder=1)
        for names, x, side in ((left, 0, "right"), (right, 1, "left")):
            axes.scatter([x] * len(names), list(names.values()), s=16, color=INK, zorder=2)
            for name, y in names.items():
                shift = -0.02 if x == 0 else 0.02
                axes.text(x + shift, y, _cut(name), ha=side, va="center")
        _legend(axes, functions)

    return _svg(draw, 10, rows * 0.24 + 1.5)


def _legend(axes: Axes, functions: list[str]) -> None:
    for function in (*functions, ""):
        label = function or "no function said"
        axes.plot([], [], color=_colour(function, functions), label=label)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, 0), ncols=4, frameon=False)
    axes.set_title("What cites what, and to what end", loc="left", fontweight="bold")
    axes.set(xlim=(-0.25, 1.9), ylim=(1, 0))
    axes.axis("off")


def _colour(function: str, functions: list[str]) -> str:
    return COLOURS[functions.index(function) % len(COLOURS)] if function else UNSAID


def _place(citation: Any) -> list[tuple[bool, int, str]]:
    """Sorts "III.a.10" behind "III.a.9"."""
    pieces = citation.part.split(".")
    return [(piece.isdigit(), int(piece) if piece.isdigit() else 0, piece) for piece in pieces]


def _by_neighbours(counts: Statistics, parts: list[str]) -> list[str]:
    """The instruments in the order of the mean place of those that cite them, for few crossings."""
    places: dict[str, list[int]] = {}
    for citation in counts.citations:
        places.setdefault(citation.instrument, []).append(parts.index(citation.part))
    return sorted(places, key=lambda name: (sum(places[name]) / len(places[name]), name))


def _bare(title: str) -> str:
    """A heading without its own letter, which the identifier has."""
    return re.sub(r"^\w{1,3}[.)]\s+", "", title)


def _cut(text: str, most: int = 66) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _svg(draw: Callable[[Figure], None], width: float, height: float) -> str:
    """A drawing as text. Raises InputError where the library that draws is not installed."""
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ModuleNotFoundError:
        advice = "pip install 'gcm-kg[plots]'"
        raise InputError("the picture", "the package matplotlib", "none", advice) from None
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(width, height), layout="constrained", facecolor=PAPER)
        draw(figure)
        written = io.StringIO()
        metadata = {"Date": None, "Creator": None, "Title": "gcm-kg"}
        figure.savefig(written, format="svg", metadata=metadata)
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines()) + "\n"


def write_svg(path: Path, text: str) -> None:
    """Writes a picture as a whole. Raises InputError for a name that is not one of an SVG file."""
    if path.suffix.lower() != ".svg":
        raise InputError(path, "a file name ending in .svg", path.suffix or "no ending", "rename")
    write_whole(path, [text])
