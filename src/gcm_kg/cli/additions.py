"""Shows what a file would add: what was guessed, what was read, what was not understood."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from gcm_kg.cli.tables import tell
from gcm_kg.text.numbers import plural

if TYPE_CHECKING:
    from gcm_kg.importing.addition import Addition, Importer
    from gcm_kg.importing.columns import ColumnMap
    from gcm_kg.model.document import Document
    from gcm_kg.model.vocabulary import Vocabulary
    from gcm_kg.project import Project

MOST = 8
"""Things that are named of those of a kind."""


def show(importer: Importer, path: Path, addition: Addition) -> None:
    """Prints an addition. Raises InputError for a text of which nothing can be read."""
    page, original = addition.page, addition.original
    sheet = f", sheet {addition.sheet}" if addition.sheet else ""
    tell(f"{path}{sheet}: {original.media_type}, {len(addition.text):,} characters")
    for key in ("symbol", "date", "title", "language"):
        tell(f"  {key:<9} {getattr(page, key) or '–'}")
    if addition.columns:
        _show_columns(addition.columns)
    for note in addition.notes:
        tell(f"  note      {note}")
    _show_parts(importer, addition)


def _show_columns(columns: ColumnMap) -> None:
    where = f"row {columns.header}" if columns.header else "no headings: told by what they hold"
    tell(f"  columns   {where}, as {columns.profile.title}")
    for role, numbers in columns.roles.items():
        headings = ", ".join(f"“{columns.headings.get(n, f'column {n}')}”" for n in numbers)
        tell(f"    {role:<14} {headings}" if role != "other" else f"    not read       {headings}")
    unread = [h for h in columns.unread if h not in _read(columns)]
    if unread:
        tell(f"    not known      {', '.join(f'“{heading}”' for heading in unread)}")


def _read(columns: ColumnMap) -> set[str]:
    return {columns.headings.get(n, "") for numbers in columns.roles.values() for n in numbers}


def _show_parts(importer: Importer, addition: Addition) -> None:
    from gcm_kg.model.languages import is_english

    reading = importer.read(addition)
    document = reading.document
    counts = Counter(part.kind for part in document.parts)
    if not addition.columns:
        tell(f"  kind      {reading.profile}")
    tell(
        f"  read      {plural(counts['Recommendation'], 'recommendation')},"
        f" {plural(counts['Section'], 'section')}, {plural(counts['Paragraph'], 'paragraph')}"
    )
    for numbering in reading.numbering:
        tell(f"  numbers   {numbering}")
    for warning in reading.warnings if is_english(addition.page.language) else ():
        tell(f"  note      {warning}")
    if reading.silent_rows:
        rows = plural(reading.silent_rows, "row")
        tell(f"  not read  {rows} without the words of a recommendation")
    _show_words(importer, document)


@cache
def _known(project: Project) -> tuple[Vocabulary, dict[str, tuple[str, ...]]]:
    """The vocabulary of a project, and what experts' labels mean."""
    from gcm_kg.reading.table_profiles import load_meanings
    from gcm_kg.reading.vocabulary import load_vocabulary

    vocabulary = load_vocabulary(project.ontology, project.vocabulary)
    return vocabulary, load_meanings(project, vocabulary)


def _show_words(importer: Importer, document: Document) -> None:
    """What of makers, addressees, positions and experts' labels stays words."""
    from gcm_kg.extraction.understanding import not_understood

    _show_unsaid(document)
    if not any(part.attributes for part in document.recommendations()):
        return
    vocabulary, meanings = _known(importer.project)
    for relation, words in not_understood(vocabulary, meanings, document).items():
        named = ", ".join(f"“{shown}” ({count})" for shown, count in words.most_common(MOST))
        more = f" and {len(words) - MOST} others" if len(words) > MOST else ""
        tell(f"  unknown   {relation}: {named}{more}")


def _show_unsaid(document: Document) -> None:
    """Of how many recommendations nothing says who is asked, or who asks."""
    told = [{a.relation for a in part.attributes} for part in document.recommendations()]
    for relation in ("addressedTo", "recommendedBy"):
        count = sum(relation not in each for each in told)
        if count:
            tell(f"  unsaid    {relation}: {count:,} of {len(told):,}")
