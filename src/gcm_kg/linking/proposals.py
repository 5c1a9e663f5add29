"""Links to another graph: reads it, from files or an endpoint, and writes what may match."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

from pyoxigraph import Quad

from gcm_kg.errors import InputError
from gcm_kg.linking.claims import Abstention, Proposals
from gcm_kg.linking.harvest import spooled
from gcm_kg.linking.matching import propose
from gcm_kg.linking.names import asked_languages, load_other_names, primary
from gcm_kg.linking.subjects import Subjects, subjects_of
from gcm_kg.linking.target import Target, read_target
from gcm_kg.mappings.curated import load_curated
from gcm_kg.mappings.identifiers import from_iri, scheme_of
from gcm_kg.mappings.sssom import BUILT_IN, Mapping, MappingSet
from gcm_kg.mappings.tables import serialized
from gcm_kg.project import LICENSE, Project
from gcm_kg.rdf.left_out import LeftOut, not_read
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.rdf.parsing import files_of, parse_file
from gcm_kg.reading.vocabulary import load_vocabulary
from gcm_kg.store.graph import is_address

MOST_TAGS = 5
"""Language tags that are named."""
# Begins “en-GB”, “i-klingon” and nothing at all, not “english”.
TAG = re.compile(r"(?:[a-z]{2,3}|[ix])?(?:[-_]|\Z)", re.I)
COLUMNS = ("subject_id", "subject_label", "object_id", "object_label", "reason")
"""Of the table of what is not proposed."""


@dataclass(slots=True)
class Linked:
    """What may match, how much was read, and what went wrong on the way, if anything.

    ``note`` is what of an endpoint, or of files, was left out, and in which languages alone names
    are; ``target`` what was read of the things that may match.
    """

    proposals: Proposals
    names: int
    problem: str = ""
    note: str = ""
    target: Target = field(default_factory=Target)


def our_side(project: Project, *, known: bool = True) -> Subjects:
    """The things of a project that may have subjects_of; with ``known``, and curated matches."""
    vocabulary = load_vocabulary(project.ontology, project.vocabulary)
    curated = load_curated(project.mappings) if known else []
    others = load_other_names(project.vocabulary)
    ours = subjects_of(vocabulary, [match for match in curated if match.links], others)
    ours.denied = {
        (match.subject, match.predicate, from_iri(match.object)[0])
        for match in curated
        if not match.links
    }
    return ours


def refuse_unreadable(target: str) -> None:
    """Raises InputError for files that cannot be read at all, before our side is made ready."""
    if not is_address(target):
        next(_quads(files_of(Path(target)), LeftOut()), None)


def linked(target: str, ours: Subjects, *, seconds: float = 300) -> Linked:
    """What may match in a file, a folder of files or, for an address, a SPARQL endpoint.

    ``seconds`` bounds how long an endpoint is asked; what it gave until then is used. Raises
    InputError for a target that cannot be read, or that names nothing.
    """
    if not is_address(target):
        left_out, skipped = LeftOut(), list[Path]()
        files = files_of(Path(target), skipped)
        passes = iter([left_out])  # the first pass says what is left out of all
        found = read_target(lambda: _quads(files, next(passes, LeftOut())), ours)
        return _weighed(target, ours, found, note=_note(left_out, skipped))
    languages = asked_languages(ours.languages)
    with tempfile.TemporaryDirectory(prefix="gcm-kg-") as folder:
        spool = spooled(target, Path(folder), languages, seconds)
        found = read_target(lambda: parse_file(spool.path), ours)
        return _weighed(target, ours, found, spool.problem, spool.note)


def _weighed(
    target: str, ours: Subjects, found: Target, problem: str = "", note: str = ""
) -> Linked:
    if not found.names and not found.candidates:
        advice = "give a graph with labels, names or titles"
        raise InputError(target, "names of things", "none", advice)
    said = "; ".join(filter(None, (note, tags_note(found), languages_note(found, ours))))
    return Linked(propose(ours, found), found.names, problem, said, found)


def languages_note(found: Target, ours: Subjects) -> str:
    """That no name is in English, with the languages that there are; "" if one is."""
    counts: Counter[str] = Counter()
    for tag, number in found.languages.items():
        counts[primary(tag)] += number
    if not counts or counts["en"] or counts[""]:
        return ""
    known = dict.fromkeys(counts, 0)
    for thing in ours.things.values():
        for name in thing.names:
            if name.language in known:
                known[name.language] += 1
    said = ", ".join(f"{tag} ({known[tag]:,} of ours)" for tag, _ in counts.most_common(5))
    return f"no English names: only {said}; give a version with English ones to find more"


def tags_note(found: Target) -> str:
    """How many names have tags that are no language, such as "english", and which; "" if none has.

    A language is two or three letters (RFC 5646, section 2.2.1: longer ones are not in use).
    """
    odd = Counter({tag: n for tag, n in found.languages.items() if not TAG.match(tag)})
    if not odd:
        return ""
    tags = ", ".join(f"@{tag} ({number:,})" for tag, number in odd.most_common(MOST_TAGS))
    more = ", …" if len(odd) > MOST_TAGS else ""
    names = f"names with tags of no language: {odd.total():,} ({tags}{more})"
    return f"{names}; use @en and the like, or they match nothing"


def _quads(files: Sequence[Path], left_out: LeftOut) -> Iterator[Quad]:
    for path in files:
        yield from parse_file(path, left_out=left_out)


def _note(left_out: LeftOut, skipped: Sequence[Path]) -> str:
    said = (str(left_out) if left_out.number else "", not_read(skipped))
    return "; ".join(filter(None, said))


def table(matches: Sequence[Mapping], target: str, least: float = 0) -> str:
    """Matches, those of at least some confidence, as SSSOM/TSV with what it says of itself."""
    kept = [match for match in matches if float(match.confidence) >= least]
    metadata = {
        "mapping_set_id": f"{BASE}proposals/{_stem(target)}",
        "mapping_set_title": f"Proposed links from gcm-kg to {shown_target(target)}",
        "mapping_set_description": (
            "Made by gcm-kg link and reviewed by nobody yet. To accept a row, make its"
            " justification semapv:ManualMappingCuration, or put your name into a column"
            " reviewer_label."
        ),
        "license": LICENSE,
        "mapping_tool": "gcm-kg link",
        "mapping_tool_version": version("gcm-kg"),
    }
    return serialized(MappingSet(metadata, prefixes(kept), list(kept)))


def shown_target(target: str) -> str:
    """A target as it may be published: an address, or the name of a file without its folders."""
    if not is_address(target):
        return Path(target).resolve().name
    parts = urlsplit(target)  # without what may be a password or a key
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _stem(target: str) -> str:
    name = shown_target(target).rstrip("/").split("://")[-1]
    return "".join(c if c.isascii() and (c.isalnum() or c in "-.") else "-" for c in name) or "-"


def prefixes(matches: Sequence[Mapping]) -> dict[str, str]:
    """Prefixes for the subjects, and one for each namespace of the objects."""
    spaces = sorted({scheme_of(match.object) for match in matches} - {"", *BUILT_IN.values()})
    names = {"target" if len(spaces) == 1 else f"target{i}": s for i, s in enumerate(spaces, 1)}
    return {"id": BASE, **names}


def left_open(abstained: Sequence[Abstention]) -> str:
    """What is not proposed, and why, as a table separated by tabs."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in abstained:
        cells = (row.subject, row.subject_label, row.object, row.object_label, row.reason)
        writer.writerow(" ".join(cell.split()) for cell in cells)
    return text.getvalue()
