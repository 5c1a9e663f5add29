"""Writes mapping tables (SSSOM/TSV, embedded mode), with every column that they had."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from gcm_kg.mappings.sssom import BUILT_IN, COLUMNS, CURIE, Mapping, MappingSet
from gcm_kg.rdf.namespaces import compress

BREAKS = re.compile(r"[\t\r\n]+")
"""What would end a cell or a row."""


def serialized(table: MappingSet) -> str:
    """A table as text: metadata, header and rows in the order in which they are."""
    import yaml

    used = {**BUILT_IN, **table.prefixes}
    metadata = {**table.metadata, "curie_map": dict(sorted(table.prefixes.items()))}
    head = yaml.safe_dump(metadata, sort_keys=False, allow_unicode=True, width=10**6)
    columns = columns_of(table)
    text = io.StringIO()
    text.writelines(f"#{line}\n" for line in head.removesuffix("\n").split("\n"))
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(_cells(match, columns, used) for match in table.matches)
    return text.getvalue()


def columns_of(table: MappingSet) -> list[str]:
    """The columns of a table: those that it had, in its order, and what its rows need besides."""
    columns = [name for name in table.columns if name] or list(COLUMNS)
    wanted = [*COLUMNS, *(name for match in table.matches for name, _ in match.others)]
    return list(dict.fromkeys([*columns, *wanted]))


def _cells(match: Mapping, columns: Iterable[str], prefixes: dict[str, str]) -> list[str]:
    cells = {
        "subject_id": compress(match.subject, prefixes),
        "subject_label": match.subject_label,
        "predicate_id": compress(match.predicate, prefixes),
        "object_id": compress(match.object, prefixes),
        "object_label": match.object_label,
        "mapping_justification": compress(match.justification, prefixes),
        "confidence": match.confidence,
        "comment": match.comment,
        **dict(match.others),
    }
    return [BREAKS.sub(" ", cells.get(name, "")).strip() for name in columns]


def moved(match: Mapping, source: MappingSet, target: MappingSet) -> tuple[tuple[str, str], ...]:
    """The further cells of a row that comes from one table to another: their CURIEs are those of
    the other table, which takes over the prefixes that it needs."""
    return tuple((name, _moved(value, source.prefixes, target)) for name, value in match.others)


def _moved(value: str, prefixes: dict[str, str], target: MappingSet) -> str:
    """A cell, or several in one that "|" parts, with CURIEs of the target's prefixes."""
    parts = []
    for part in value.split("|"):
        curie = CURIE.fullmatch(part.strip())
        if curie and curie["prefix"] in prefixes:
            space = prefixes[curie["prefix"]]
            if space not in target.prefixes.values():
                target.prefixes[free(curie["prefix"], target.prefixes)] = space
            part = compress(space + curie["local"], target.prefixes)
        parts.append(part)
    return "|".join(parts)


def free(name: str, taken: Iterable[str]) -> str:
    """A prefix that is not taken yet: the name, or the name and a number."""
    used = {*taken, *BUILT_IN}
    return next(p for n in range(1, 10**6) if (p := name if n == 1 else f"{name}{n}") not in used)
