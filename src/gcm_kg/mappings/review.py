"""Adds the rows of a table that a reviewer accepted to the curated mapping tables.

A row is accepted if its justification is a person's, semapv:ManualMappingCuration or
semapv:MappingReview, or if it has a reviewer; and if it says that two things match, and no reviewer
disagrees or does not know (SSSOM 1.1, reviewer_agreement). All accepted rows are added, or none.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from gcm_kg.errors import InputError, shown
from gcm_kg.mappings.curated import EXACT, STEM, SUFFIX, fault, refuse
from gcm_kg.mappings.identifiers import from_iri, scheme_of
from gcm_kg.mappings.sssom import Mapping, MappingSet, load_mapping_set
from gcm_kg.mappings.tables import free, moved, serialized
from gcm_kg.model.vocabulary import POSITIVE, Vocabulary
from gcm_kg.project import LICENSE, Project
from gcm_kg.rdf.namespaces import BASE, SEMAPV, compress
from gcm_kg.reading.vocabulary import load_vocabulary

BY_PEOPLE = frozenset({SEMAPV + "ManualMappingCuration", SEMAPV + "MappingReview"})


@dataclass(slots=True)
class Accepted:
    """How many rows were added to which table, were there already, and were not accepted."""

    added: dict[str, int] = field(default_factory=dict)
    known: int = 0
    left: int = 0


def accept(path: Path, project: Project, name: str = "") -> Accepted:
    """Adds the accepted rows of a table to those of the project.

    ``name`` is the stem of the table to add to; without it, each row goes to the table that has
    objects of its namespace. Raises InputError, with line and column, for a row that is malformed,
    about nothing of ours, or that contradicts a curated one or another row; then nothing is added.
    """
    project.refuse_package("--review")
    if name and not STEM.fullmatch(name):
        raise InputError("--name", "small letters, digits and hyphens", shown(name), "change it")
    tables = {p: load_mapping_set(p) for p in sorted(project.mappings.glob(f"*{SUFFIX}"))}
    reviewed = load_mapping_set(path)
    rows = reviewed.matches
    accepted = [_with_reason(row) for row in rows if _accepted(row)]
    report = Accepted(left=len(rows) - len(accepted))
    known = _Known(path, [match for table in tables.values() for match in table.matches])
    vocabulary = load_vocabulary(project.ontology, project.vocabulary)
    for row in accepted:
        refuse(row, path, set(vocabulary.kinds))
        _refuse_label(row, path, vocabulary)
    fresh = [row for row in accepted if known.admits(row)]
    report.known = len(accepted) - len(fresh)
    changed: dict[Path, list[Mapping]] = {}
    for row in fresh:
        table = _table_for(path, row, tables, project.mappings, name)
        cells = moved(row, reviewed, tables[table])
        changed.setdefault(table, []).append(_curated(row, cells))
    _write(tables, changed)
    report.added = {table.name: len(matches) for table, matches in changed.items()}
    return report


def _refuse_label(row: Mapping, path: Path, vocabulary: Vocabulary) -> None:
    """Raises InputError for a row whose label is another thing's: its identifier has slipped."""
    names = [text for role in POSITIVE for text in vocabulary.get(row.subject, role)]
    known = {" ".join(text.casefold().split()) for text in (*names, row.subject)}
    if row.subject_label and " ".join(row.subject_label.casefold().split()) not in known:
        expected = f"a label of {row.subject}, such as {shown(vocabulary.name(row.subject))}"
        raise fault(path, row, "subject_label", row.subject_label, expected)


def _accepted(row: Mapping) -> bool:
    agreed = not row.agreement or float(row.agreement) > 0
    return row.links and agreed and bool(row.reviewer or row.justification in BY_PEOPLE)


def _with_reason(row: Mapping) -> Mapping:
    """A row with a comment, which is optional in SSSOM and here the reason that is published."""
    sides = f"{shown(row.subject_label or row.subject)} and {shown(row.object_label or row.object)}"
    return row if row.comment else replace(row, comment=f"A person judged that {sides} match.")


def _curated(row: Mapping, others: tuple[tuple[str, str], ...]) -> Mapping:
    comment = row.comment + (f" (reviewed by {row.reviewer})" if row.reviewer else "")
    curated = SEMAPV + "ManualMappingCuration"
    return replace(row, justification=curated, comment=comment.strip(), others=others)


class _Known:
    """The curated rows, and those that were admitted so far, by what may not be said twice."""

    def __init__(self, path: Path, matches: Sequence[Mapping]) -> None:
        self.path = path
        self.pairs: dict[tuple[str, str], Mapping] = {}
        self.objects: dict[str, Mapping] = {}
        self.schemes: dict[tuple[str, str], Mapping] = {}
        self.denied = {_denial(match): match for match in matches if match.modifier}
        for match in matches:
            if match.links:
                self._remember(match)

    def _remember(self, match: Mapping) -> None:
        form = from_iri(match.object)[0][1]
        self.pairs[match.subject, form] = match
        if match.predicate in EXACT:
            self.objects[form] = match
            self.schemes[match.subject, scheme_of(match.object)] = match

    def admits(self, row: Mapping) -> bool:
        """Whether a row is new. Raises InputError for one that contradicts what is known."""
        form = from_iri(row.object)[0][1]
        if denial := self.denied.get(_denial(row)):
            self._contradicts(row, denial, "object_id", row.object)
        other = self.pairs.get((row.subject, form))
        if other is not None:
            if other.predicate == row.predicate:
                return False
            self._contradicts(row, other, "predicate_id", row.predicate)
        if row.predicate in EXACT:
            if other := self.objects.get(form):
                self._contradicts(row, other, "object_id", row.object)
            if other := self.schemes.get((row.subject, scheme_of(row.object))):
                self._contradicts(row, other, "object_id", row.object)
        self._remember(row)
        return True

    def _contradicts(self, row: Mapping, other: Mapping, column: str, found: str) -> None:
        kind = ("Not " if other.modifier else "") + other.predicate.rsplit("#", 1)[-1]
        expected = f"no contradiction to {other.subject} {kind} {other.object}"
        raise fault(self.path, row, column, found, expected)


def _denial(row: Mapping) -> tuple[str, str, str]:
    return row.subject, row.predicate, from_iri(row.object)[0][1]


def _table_for(
    path: Path, row: Mapping, tables: dict[Path, MappingSet], folder: Path, name: str
) -> Path:
    """The table that a row belongs to; a new one if a name for it is given."""
    if name:
        table = folder / f"{name}{SUFFIX}"
        tables.setdefault(table, _new(name))
        space = scheme_of(row.object)
        if compress(row.object, tables[table].prefixes) == row.object:
            tables[table].prefixes[free(_prefix(name), tables[table].prefixes)] = space
        return table
    fitting = [
        (len(space), table)
        for table, held in tables.items()
        for space in held.prefixes.values()
        if space != BASE and row.object.startswith(space)
    ]
    if not fitting:
        expected = "an object of a graph with a table (--name STEM begins one)"
        raise fault(path, row, "object_id", row.object, expected)
    longest = max(length for length, _ in fitting)
    chosen = sorted({table for length, table in fitting if length == longest})
    if len(chosen) > 1:
        names = " or ".join(table.name.removesuffix(SUFFIX) for table in chosen)
        raise fault(path, row, "object_id", row.object, f"an object of one table (--name {names})")
    return chosen[0]


def _prefix(name: str) -> str:
    plain = name.replace("-", "")
    return plain if plain[0].isalpha() else f"t{plain}"


def _new(name: str) -> MappingSet:
    metadata = {
        "mapping_set_id": f"{BASE}mappings/{name}",
        "mapping_set_title": f"gcm-kg to {name}",
        "license": LICENSE,
        "subject_source": "id:dataset",
        "object_source": f"id:target/{name}",
    }
    return MappingSet(metadata, {"id": BASE}, [])


def _write(tables: dict[Path, MappingSet], changed: dict[Path, list[Mapping]]) -> None:
    """Writes the changed tables, in the order of subjects, predicates and objects."""
    if not changed:
        return
    folder = next(iter(changed)).parent
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".gcm-kg-", dir=folder) as unfinished:
        for path, added in changed.items():
            table = tables[path]
            rows = [*table.matches, *added]
            table.matches = sorted(rows, key=lambda m: (m.subject, m.predicate, m.object))
            (Path(unfinished) / path.name).write_text(serialized(table), "utf-8", newline="")
        for path in changed:
            shutil.move(Path(unfinished) / path.name, path)
