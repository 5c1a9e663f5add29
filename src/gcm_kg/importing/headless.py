"""Guesses what columns hold where a table has no row of headings, from what stands in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gcm_kg.importing.columns import FAR, OF_ONE, SAMPLE, ColumnMap
from gcm_kg.importing.contents import MOST, Content, Names, contents, is_number
from gcm_kg.importing.converted import Grid, GridCell
from gcm_kg.importing.heads import rows_of
from gcm_kg.importing.table_head import SHORTEST_TEXT
from gcm_kg.reading.profiles import Profile
from gcm_kg.reading.table_profiles import TableProfile
from gcm_kg.reading.wording import asks_for

LONGEST_HEADING = 60
"""Code points of the heading of the words; a longer one is the words of a recommendation."""
DISTINCT = 0.9
MOST_WORDS = 4
"""Words of the heading of a column whose cells ask for something."""
MOST_BELOW = 2
"""Words of such a heading in a row that has others above it."""
TELLS = {
    "position": "answers",
    "identifier": "numbers",
    "recommendedBy": "states",
    "addressedTo": "states",
}
"""What the cells of a column of each role are."""


def holds_data(columns: ColumnMap, names: Names, kind: Profile) -> bool:
    """Whether the row taken for the headings is one of the table: its words ask for something, or
    say an answer or a number as those below do."""
    words = " ".join(columns.headings.get(c, "") for c in columns.roles["text"])
    most = MOST_BELOW if columns.header > 1 else MOST_WORDS  # the first row is likelier the head
    several = len(words.split()) > most
    if len(words) > LONGEST_HEADING or (several and kind.find("imperatives", words)):
        return True
    said = {role: columns.headings.get(c[0], "") for role, c in columns.roles.items() if c}
    numbered = is_number(said.get("identifier", "")) and any(
        map(str.isdigit, said.get("identifier", ""))
    )
    return numbered or names.is_state(said.get("recommendedBy", said.get("addressedTo", "")))


def without_head(
    grid: Grid, profile: TableProfile, names: Names, kind: Profile, given: Mapping[str, str]
) -> ColumnMap | None:
    """What the columns hold; None in a form (“Recommendation 1” beside its words), where no column
    is by far the longest and most of its words ask for something, or where a column of two of
    States might be either.

    ``given`` are numbers of columns that a person has named, by role.
    """
    rows = rows_of(grid)
    sample = [cell for cell in grid.cells if cell.row <= SAMPLE]
    if _is_form(sample):
        return None
    below = contents(sample, 0, names)
    roles: dict[str, tuple[int, ...]] = {
        role: (int(value),) for role, value in given.items() if value.isdecimal()
    }
    text = roles.get("text") or _text(below, kind)
    if len(roles) < len(given) or not text or text[0] not in below or not rows:
        return None
    roles["text"] = text
    taken = {column for numbers in roles.values() for column in numbers}
    for column in sorted(below.keys() - taken):
        role = _role(below[column])
        if role and role not in roles:
            roles[role] = (column,)
    ordered = dict(sorted(roles.items(), key=lambda each: each[0] != "text"))
    number, first = next(iter(rows.items()))
    if _is_head(first, roles, kind, names):
        return ColumnMap(profile, number, ordered, dict(first))
    return ColumnMap(profile, 0, ordered, {})


def _is_form(cells: Sequence[GridCell]) -> bool:
    """Whether “Recommendation 1” stands in some rows, and its fields in others: where it stands in
    nearly all, it is the number of each."""
    numbered = {cell.row for cell in cells if OF_ONE.match(cell.words)}
    return 0 < len(numbered) < MOST * len({cell.row for cell in cells})


def _is_head(
    row: Mapping[int, str], roles: Mapping[str, tuple[int, ...]], kind: Profile, names: Names
) -> bool:
    """Whether the first row has headings, though none that is known: where the others ask, it has
    a few words that do not, and nowhere what the others have in the same column."""
    asked = row.get(roles["text"][0], "")
    if not asked or len(asked.split()) > MOST_WORDS or asks_for(kind, asked):
        return False
    others = {role: Content((row[c],), names) for role, (c, *_) in roles.items() if row.get(c)}
    del others["text"]
    return not any(others[role].share(TELLS[role]) for role in others if role in TELLS)


def _text(below: Mapping[int, Content], kind: Profile) -> tuple[int, ...]:
    """The column of the words: the longest by far, and most of its cells ask for something."""
    lengths = sorted(((content.length, column) for column, content in below.items()), reverse=True)
    if not lengths or lengths[0][0] < SHORTEST_TEXT:
        return ()
    if len(lengths) > 1 and lengths[0][0] < FAR * lengths[1][0]:
        return ()
    cells: Sequence[str] = below[lengths[0][1]].cells
    asking = sum(asks_for(kind, words) for words in cells)
    return (lengths[0][1],) if asking >= MOST * len(cells) else ()


def _role(content: Content) -> str:
    """What a column holds by its cells. Of States it is not said whether they ask or are asked:
    names that change from row to row, or several in a cell, are those who ask."""
    if content.mostly("answers"):
        return "position"
    if content.mostly("states"):
        differ = (
            content.has_lists or content.changes or (content.distinct == 1 < len(content.cells))
        )
        return "recommendedBy" if differ else "addressedTo"
    if content.mostly("numbers") and content.distinct >= DISTINCT:
        return "identifier"
    return ""
