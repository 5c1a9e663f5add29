"""Prepares what a file adds to a project: text, places, and what was guessed of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from gcm_kg.errors import InputError, shown
from gcm_kg.importing import media
from gcm_kg.importing.columns import ColumnMap, guessed
from gcm_kg.importing.contents import Names
from gcm_kg.importing.conversion import converted, loaded
from gcm_kg.importing.converted import Converted, Grid
from gcm_kg.importing.first_page import FirstPage, first_page, language_of
from gcm_kg.importing.fixed_width import with_tables
from gcm_kg.importing.fronts_of_tables import cover_of, front_of, lines_before
from gcm_kg.importing.headless import holds_data, without_head
from gcm_kg.importing.inner_tables import is_drawn, is_of_notes, own_tables, says
from gcm_kg.importing.legend_lines import codes_of, others, with_legend
from gcm_kg.importing.row_ends import whole_rows
from gcm_kg.importing.stems import stem_of
from gcm_kg.importing.table_errors import no_table, refuse_unknown_columns
from gcm_kg.importing.table_parts import (
    MOST_ABOVE,
    lines_above,
    moved_below,
    titles_above,
    whole_tables,
    with_lines,
)
from gcm_kg.model.languages import not_read
from gcm_kg.model.original import Original
from gcm_kg.project import Project
from gcm_kg.reading import table
from gcm_kg.reading.documents import Reading, read_as
from gcm_kg.reading.profiles import GENERAL, Profile
from gcm_kg.reading.sources import LANGUAGES, is_date, profiles_of
from gcm_kg.reading.table_profiles import TableProfile, load_table_profiles
from gcm_kg.text.numbers import plural

MOST_OF = 0.5
"""The share of the words of a file that a table has to hold to be what the file is read as."""
NO_TABLES = "its tables are read as text: none is a table of recommendations"


@dataclass(frozen=True, slots=True)
class Addition:
    """A document or table that a file adds, with what was guessed of it."""

    original: Original
    text: str
    page: FirstPage
    columns: ColumnMap | None = None
    notes: tuple[str, ...] = ()
    sheet: str = ""
    stem: str = ""

    @property
    def sha256(self) -> str:
        """The digest of the text, as it is written."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def path(self) -> str:
        """The IRI of the document below the base, with the year where no day is known (Akoma Ntoso
        Naming Convention 1.0, section 4.4)."""
        code, date = LANGUAGES.get(self.page.language, "mul"), self.page.date
        day = date if len(date) > len("2019-05") else date[:4]
        return "/".join(filter(None, ("akn/un/doc", day, self.stem, code)))


@dataclass(slots=True)
class Importer:
    """Prepares files for a project: ``given`` is what a person has said of them, by key: symbol,
    date, title, language, and the columns of a table by role. Raises InputError for what is no
    date."""

    project: Project
    given: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    profiles: Sequence[TableProfile] = field(init=False)
    kinds: Mapping[str, Profile] = field(init=False)
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        if (day := self.given.get("date")) and not is_date(day):
            expected = "a day such as 2018-11-05, or a month such as 2018-11"
            raise InputError("--date", expected, shown(day), "correct it")
        self.profiles = load_table_profiles(self.project)
        self.kinds = profiles_of(self.project)
        self.names = Names(self.project.vocabulary)

    def additions(self, path: Path) -> list[Addition]:
        """What a file adds: a document, or a table for each of its sheets that is one.

        Raises InputError for a file that cannot be used.
        """
        data = loaded(path)
        content = with_legend(with_tables(converted(data, path), self._is_known))
        original = Original(path.name, content.media_type, hashlib.sha256(data).hexdigest())
        tables = self._tables(content)
        if not tables and (self.columns or _has_to_be_one(content, path)):
            raise no_table(path, content)
        refuse_unknown_columns(path, self.columns, tables)
        if not tables:
            found = self._with_tables(content, original)
        else:
            several = len(tables) > 1
            left = [*_left_out(content), *_sheets_left_out(content, [grid for grid, _ in tables])]
            content = replace(content, notes=[*content.notes, *left])
            found = [self._table(content, original, *each, several=several) for each in tables]
        return [replace(each, stem=stem_of(each.page.symbol, each.sheet, path)) for each in found]

    def read(self, addition: Addition) -> Reading:
        """What would be read of an addition. Raises InputError where nothing can be."""
        name = addition.original.name
        if addition.columns:
            columns = addition.columns.columns()
            return table.read(addition.text, name, addition.original, columns)
        return read_as(addition.text, self.kinds, name)

    def _tables(self, content: Converted) -> list[tuple[Grid, ColumnMap]]:
        """The tables of recommendations of a file, if they are most of what it says."""

        def guess(grid: Grid) -> ColumnMap | None:
            reviewed = self.names.is_state(grid.name)  # a sheet for each State
            sheet = [f"Recommendations to {grid.name}"] if reviewed else []
            return self._guess(grid, [*content.running, *lines_above(grid), *sheet], content.legend)

        if content.media_type in media.TABLES:
            found = [(grid, guess(grid)) for grid in content.grids]
            known = [(grid, columns) for grid, columns in found if columns]
            return known[bool(known and cover_of([known[0][0]], known[-1][0])) :]
        grids, _ = with_lines(content.text, [g for g in content.grids if len(g.cells) > 1])
        tables = list(whole_tables(grids, guess))
        total = sum(map(len, content.text.split())) or 1
        words = (len(w) for grid, _ in tables for cell in grid.cells for w in cell.words.split())
        return tables if sum(words) > MOST_OF * total else []

    def _guess(
        self, grid: Grid, above: Sequence[str] = (), legend: Sequence[str] = ()
    ) -> ColumnMap | None:
        names = self.names.with_codes(codes_of(legend))
        found = guessed(grid, self.profiles, names, self.columns, above)
        kind = self.kinds[GENERAL]
        named = not all(map(str.isdecimal, self.columns.values()))
        if found and (named or not holds_data(found, self.names, kind)):
            return found
        return without_head(grid, self.profiles[-1], self.names, kind, self.columns)

    def _is_known(self, grid: Grid) -> bool:
        """Whether lines of a text are a table of recommendations, by its headings or its words."""
        columns = self._guess(grid)
        return columns is not None and is_drawn(grid, columns)

    def _with_tables(self, content: Converted, original: Original) -> list[Addition]:
        """A document, and beside it those of its tables whose rows are recommendations that its
        text does not say."""
        document = self._document(content, original)
        grids = [g for g in content.grids if len(g.cells) > 1 and not is_of_notes(g, content.text)]
        if content.media_type in media.TABLES or not grids:
            return [document]
        tables = whole_tables(grids, self._guess)
        inner, earlier = own_tables(tables, content.text, document.page.date)
        known = self.read(document).document if inner else None
        inner = [(grid, columns) for grid, columns in inner if not says(known, grid, columns)]
        names = ", ".join(grid.name for grid, _ in inner)
        note = f"{names}: read beside the text" if inner else NO_TABLES
        found = [replace(document, notes=(*document.notes, *earlier, note))]
        for each, columns in inner:
            grid = replace(each, above=tuple(filter(None, [document.page.title])))
            table = self._table(content, original, grid, columns, several=True)
            title = f"{document.page.title} ({grid.name})"
            page = self._corrected(replace(document.page, symbol="", title=title))
            found.append(replace(table, page=page))
        return found

    def _document(self, content: Converted, original: Original) -> Addition:
        page = self._corrected(first_page(content.text, content.running, content.title))
        notes = [*content.notes, *filter(None, [not_read(page.language)])]
        kind = media.PLAIN if content.media_type in media.TABLES else content.media_type
        original = replace(original, places=content.places, media_type=kind)
        return Addition(original, content.text, page, notes=tuple(notes))

    def _table(
        self,
        content: Converted,
        original: Original,
        grid: Grid,
        columns: ColumnMap,
        *,
        several: bool,
    ) -> Addition:
        grid = whole_rows(grid, columns)
        text, places = grid.linear()
        lines, front = lines_before(content, grid), front_of(content, grid, columns.header)
        legend = others(content.legend, grid, lines)
        above, places = moved_below((*content.running, *legend, *lines), places)
        language = language_of(text)
        in_document = content.media_type not in media.TABLES and lines and not content.running
        titles = [] if in_document else list(titles_above(grid, columns.header))
        titles = titles or [front.title or next(iter(content.running), content.title), *lines]
        untitled = f"{columns.profile.title} ({original.name})"
        title = " ".join(next(filter(None, titles), untitled).split()).rstrip("*")
        title = f"{title} ({grid.name})" if several and grid.name else title
        symbol = "" if several else front.symbol
        page = self._corrected(FirstPage(symbol, front.date, title, language))
        original = replace(original, places=places)
        sheet = grid.name if several else ""
        notes = (*content.notes, *filter(None, [not_read(page.language)]))
        return Addition(original, above + text, page, columns, notes, sheet)

    def _corrected(self, page: FirstPage) -> FirstPage:
        return replace(page, **{key: value for key, value in self.given.items() if value})


def _left_out(content: Converted) -> Iterator[str]:
    """What is said of lines that are in no table and not kept with one."""
    if content.media_type not in media.TABLES:
        grids, below = with_lines(content.text, [g for g in content.grids if g.cells])
        lost = len(below) + max(0, len(grids[0].above) - MOST_ABOVE)
        if lost:
            yield f"{plural(lost, 'line')} before and behind its tables: not read"


def _sheets_left_out(content: Converted, read: Sequence[Grid]) -> Iterator[str]:
    """What is said of sheets that hold something, and no recommendations."""
    if content.media_type in media.TABLES:
        cover = read and cover_of(content.grids, read[0])
        sheets = content.grids[1:] if cover else content.grids
        names = [grid.name for grid in sheets if grid.cells and grid not in read]
        if names:
            yield f"sheets without a column of recommendations: not read ({', '.join(names)})"


def _has_to_be_one(content: Converted, path: Path) -> bool:
    """Whether a file is a table; a text of which the lines only look like rows is none."""
    if content.media_type in (media.CSV, media.TSV):
        return path.suffix.casefold() in media.TABLE_ENDINGS
    return content.media_type in media.TABLES
