"""Reads where stretches of a source text stand in the file that it was made of."""

from __future__ import annotations

from pathlib import Path

from gcm_kg.errors import InputError, shown
from gcm_kg.files import load_text
from gcm_kg.model.original import FRAGMENT, Place

SUFFIX = ".places.tsv"
"""What the name of the file ends in, behind that of the text without its own ending."""
HEADER = "start\tend\tfragment"


def load_places(path: Path, length: int) -> tuple[Place, ...]:
    """The places in a file, for a text of so many code points; none if there is no file.

    Raises InputError, with the line, for one that does not fit the text.
    """
    if not path.is_file():
        return ()
    lines = load_text(path).split("\n")
    if lines[0] != HEADER:
        raise _error(path, 1, f"the columns {', '.join(HEADER.split())}", lines[0])
    places: list[Place] = []
    reached = 0
    for number, line in enumerate(lines[1:], 2):
        if line:
            place = _place(path, number, line)
            if not reached <= place.start < place.end <= length:
                raise _error(path, number, "places in the order of the text, and in it", line)
            reached = place.end
            places.append(place)
    return tuple(places)


def written_places(places: tuple[Place, ...]) -> str:
    """The text of the file."""
    rows = (f"{place.start}\t{place.end}\t{place.fragment}" for place in places)
    return "\n".join((HEADER, *rows, ""))


def _place(path: Path, number: int, line: str) -> Place:
    cells = line.split("\t")
    if len(cells) == 3 and cells[0].isdecimal() and cells[1].isdecimal():
        start, end, fragment = cells
        if FRAGMENT.fullmatch(fragment):
            return Place(int(start), int(end), fragment)
    raise _error(path, number, "start, end, and page=… or cell=…", line)


def _error(path: Path, number: int, expected: str, found: str) -> InputError:
    return InputError(path, expected, shown(found), "add the original again", line=number)
