"""Reads the sources of a project, each report with what its addenda answer, and each addendum
without what it repeats of its report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from gcm_kg.errors import InputError
from gcm_kg.model.document import Source
from gcm_kg.project import Project
from gcm_kg.reading.addenda import files_beside, joined, related
from gcm_kg.reading.profiles import Profile
from gcm_kg.reading.repeated_words import without_repeated
from gcm_kg.reading.sources import Apart, load_source, profiles_of, source_files
from gcm_kg.reading.table import TABLE


def load_sources(project: Project) -> Iterator[Source]:
    """Every text of data/source that has a metadata file beside it, by name, one at a time.

    Raises InputError for a folder without any, metadata that lacks a key or does not fit its text,
    a text that is not of the kind, two sources with one IRI or key, and a folder of judgements
    about no source.
    """
    profiles, apart, files = profiles_of(project), Apart(), source_files(project)
    known = related(files)
    for file in files:
        source = load_joined(file, profiles, known)
        apart.add(file, source.path, source.key)
        yield source


def load_joined(
    path: Path, profiles: Mapping[str, Profile], known: Mapping[str, Sequence[Path]]
) -> Source:
    """The source of a file of metadata, with what its addenda answer; of an addendum without the
    recommendations of its report, of those that are known: all of the folder, which is looked
    through once and not for each document."""
    source = load_source(path, profiles)
    if not source.symbol:
        return source
    others = list(_usable(files_beside(path, known), profiles))
    return without_repeated(source if source.kind == TABLE else joined(source, others), others)


def _usable(files: Iterable[Path], profiles: Mapping[str, Profile]) -> Iterator[Source]:
    """The sources that can be used; of the others it is told where they are read themselves."""
    for file in files:
        with suppress(InputError):
            yield load_source(file, profiles)
