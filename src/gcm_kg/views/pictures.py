"""Writes drawings as pictures, with a title, and a caption that says of what they are.

The same graph gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

from gcm_kg.errors import InputError, missing
from gcm_kg.files import write_whole
from gcm_kg.views.statistics import Statistics

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PAPER = "white"
FORMATS = {".svg": "svg", ".png": "png"}
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
Drawn = Callable[..., bytes]


def caption(counts: Statistics) -> str:
    """Of which documents a picture is, how many things it counts, and from which release."""
    titles = "; ".join(counts.documents.values()) or "the graph"
    numbers = f"n = {counts.recommendations} recommendations, {len(counts.citations)} citations"
    return ". ".join(filter(None, (titles, numbers, counts.source)))


@contextmanager
def _queries_read_as_before() -> Iterator[None]:
    """Undoes what matplotlib does to pyparsing for its formulas, of which no picture has any: with
    it rdflib, which reads queries with pyparsing, takes three times as long."""
    from pyparsing.testing import pyparsing_test  # which rdflib needs, too

    with pyparsing_test.reset_pyparsing_context():  # type: ignore[no-untyped-call]
        yield


@_queries_read_as_before()
def drawn_with(
    draw: Callable[[Figure], None], counts: Statistics, title: str, size: tuple[float, float],
    form: str,
) -> bytes:  # fmt: skip
    """A drawing as the bytes of a file, with title and caption. Raises InputError where the library
    that draws is not installed."""
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ModuleNotFoundError:
        raise missing("the picture", "matplotlib", "plots") from None
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=size, layout="constrained", facecolor=PAPER)
        figure.suptitle(title, x=0.01, ha="left", fontweight="bold", fontsize=13)
        words = fill(caption(counts), int(size[0] * 15))
        figure.supxlabel(words, x=0.01, ha="left", fontsize=7)
        draw(figure)
        written = io.BytesIO()
        metadata = {"Date": None, "Creator": None} if form == "svg" else {"Software": None}
        figure.savefig(written, format=form, dpi=150, metadata={**metadata, "Title": title})
    if form != "svg":
        return written.getvalue()
    lines = written.getvalue().decode().splitlines()
    return ("\n".join(line.rstrip() for line in lines) + "\n").encode()


def write_picture(path: Path, counts: Statistics, drawn: Drawn, *, slide: bool = False) -> None:
    """Draws a picture into a file, SVG or PNG by its ending. Raises InputError for another."""
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        expected = f"a file name ending in {' or '.join(FORMATS)}"
        raise InputError(path, expected, path.suffix or "no ending", "give one of these")
    write_whole(path, [drawn(counts, slide=slide, form=form)])
