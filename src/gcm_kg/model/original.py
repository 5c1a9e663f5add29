"""The file that a source text was made of, and where stretches of the text stand in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

PDF = "https://www.rfc-editor.org/info/rfc8118"
CSV = "https://www.rfc-editor.org/info/rfc7111"
"""What fragments of pages and of cells conform to."""
_NUMBER = r"-?\d+(?:\.\d+)?"
_PAGE = rf"page=(?P<page>\d+)(?:&viewrect={_NUMBER}(?:,{_NUMBER}){{3}})?"
_CELL = r"\d+,\d+"
FRAGMENT = re.compile(rf"{_PAGE}|(?:page=\d+&)?cell={_CELL}(?:-{_CELL})?")
"""A page with a rectangle (RFC 8118, section 3), or a cell or cells (RFC 7111, section 2); of a
table in a file with pages both are known, and the page is what conforms to something."""
OF_PAGE = "&cell="
RECTANGLE = "&viewrect="


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text, in code points, with the fragment of the original that it is."""

    start: int
    end: int
    fragment: str


@dataclass(frozen=True, slots=True)
class Original:
    """A file with its name, media type and SHA-256; its places stand in the order of the text."""

    name: str
    media_type: str
    sha256: str
    places: Sequence[Place] = ()
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [place.start for place in self.places])

    def fragments(self, start: int, end: int) -> list[str]:
        """What of the original a stretch of the text is: its cells, or a rectangle on each page."""
        found = [place.fragment.partition(OF_PAGE)[0] for place in self._touched(start, end)]
        if not any(RECTANGLE in fragment for fragment in found):
            return list(dict.fromkeys(found))  # cells, of which a table has thousands
        return _merged(found)

    def _touched(self, start: int, end: int) -> Iterator[Place]:
        at = max(bisect_right(self._starts, start) - 1, 0)
        while at < len(self.places) and (place := self.places[at]).start < end:
            if place.end > start:
                yield place
            at += 1


def standard(fragment: str) -> str:
    """The IRI of what a fragment conforms to."""
    return PDF if fragment.startswith("page=") else CSV


def page_of(fragment: str) -> str:
    """A fragment for readers: "page 3", "row 5, column 2"; empty for another."""
    match = FRAGMENT.fullmatch(fragment)
    if match and match["page"]:
        return f"page {match['page']}"
    if match:
        row, column = fragment.removeprefix("cell=").split("-")[0].split(",")
        return f"row {row}, column {column}"
    return ""


def rectangle_of(fragment: str) -> str:
    """Where on its page a fragment is, for readers, in points; empty where none is known."""
    corners = fragment.partition(RECTANGLE)[2]
    if not corners:
        return ""
    left, top, width, height = (round(float(number)) for number in corners.split(","))
    return f"{left} points from the left, {top} from the top, {width} wide, {height} high"


def _merged(fragments: Sequence[str]) -> list[str]:
    """Each fragment once; of the rectangles of a page, the one around them all."""
    around: dict[str, tuple[float, ...]] = {}
    for fragment in fragments:
        name, _, numbers = fragment.partition(RECTANGLE)
        corners = _corners(numbers)
        known = around.get(name, ())
        around[name] = _union(known, corners) if known and corners else known or corners
    return [name + _written(corners) for name, corners in around.items()]


def _corners(numbers: str) -> tuple[float, ...]:
    if not numbers:
        return ()
    left, top, width, height = map(float, numbers.split(","))
    return left, top, left + width, top + height


def _union(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...]:
    lows = (min(a, b) for a, b in zip(one[:2], other[:2], strict=True))
    highs = (max(a, b) for a, b in zip(one[2:], other[2:], strict=True))
    return (*lows, *highs)


def _written(corners: tuple[float, ...]) -> str:
    if not corners:
        return ""
    left, top, right, bottom = corners
    return RECTANGLE + ",".join(f"{n:.1f}" for n in (left, top, right - left, bottom - top))
