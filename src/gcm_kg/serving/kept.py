"""What all pages share, kept beside the store of a graph, so that a server need not make it.

The file names what it was made of: the content of the store, and what was asked. What is damaged,
or was made of something else, is not taken.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from gcm_kg.project import Project
from gcm_kg.querying import name_index
from gcm_kg.rdf.sparql import shipped
from gcm_kg.serving.states import KEPT
from gcm_kg.store import manifest
from gcm_kg.views import facet_rows
from gcm_kg.views.facets import FacetIndex
from gcm_kg.views.uptake import Outcome

FORMAT = 2
"""Counted up when what is made of the same rows changes."""
PLAIN = ("terms", "definitions", "mentions", "stated", "assessed")
"""What is kept as it is."""
MAKERS = "statements-by-maker"
LISTED = (MAKERS, "unresolved-mentions", "judgements")
"""Questions whose answers the page of quality lists."""
ASKED = (
    "views/facets-recommendations", "views/uptake-outcomes", "serving/codes", "serving/mentions",
    "serving/property-labels", "serving/stated",
)  # fmt: skip
Coder = Callable[[Any], Any]


def _codes(found: Mapping[str, list[list[str]]]) -> dict[str, set[tuple[str, str]]]:
    return {code: {(thing, name) for thing, name in pairs} for code, pairs in found.items()}


def _outcomes(found: Mapping[str, list[list[Any]]]) -> dict[str, tuple[Outcome, ...]]:
    return {part: tuple(Outcome(*values) for values in listed) for part, listed in found.items()}


def _fields(found: Mapping[str, tuple[Outcome, ...]]) -> dict[str, list[list[Any]]]:
    names = Outcome.__slots__
    return {p: [[getattr(o, name) for name in names] for o in all_] for p, all_ in found.items()}


CODERS: dict[str, tuple[Coder, Coder]] = {
    "facets": (FacetIndex.as_json, FacetIndex.of_json),
    "names": (name_index.NameIndex.as_json, name_index.NameIndex.of_json),
    "codes": (lambda found: {code: sorted(pairs) for code, pairs in found.items()}, _codes),
    "outcomes": (_fields, _outcomes),
    **dict.fromkeys(PLAIN, (lambda found: found, lambda found: found)),
}
"""What is kept, by name: how it is put into JSON, and taken from there."""


class Kept:
    """What is kept of a graph, each part read when it is first asked for."""

    def __init__(self, parts: Mapping[str, bytes] | None = None) -> None:
        self._parts = dict(parts or {})

    def __bool__(self) -> bool:
        return bool(self._parts)

    def get(self, name: str) -> Any:
        """A part; None where it is not kept."""
        part = self._parts.get(name)
        return None if part is None else CODERS[name][1](json.loads(part))


def read(folder: Path, project: Project) -> Kept:
    """What is kept in the directory of a store; nothing where it is damaged, or of another one."""
    errors = OSError, ValueError, TypeError, RecursionError
    with suppress(*errors), (folder / KEPT).open("rb") as file:
        if json.loads(file.readline()) == _made_of(folder, project):
            *parts, said = file
            if json.loads(said) == _digested(parts).hexdigest():
                return Kept(dict(zip(CODERS, parts, strict=True)))
    return Kept()


def write(folder: Path, project: Project, get: Callable[[str], Any]) -> None:
    """Keeps what all pages share in the directory of a store, if it can be written to; ``get``
    gives each part by its name, when it is its turn."""
    with suppress(OSError):
        handle, name = tempfile.mkstemp(dir=folder, prefix=f".{KEPT}-")
        made, digest = Path(name), _digested(())
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_json(_made_of(folder, project)))
                for part, (to, _) in CODERS.items():
                    line = _json(to(get(part)))
                    digest.update(line)
                    file.write(line)
                file.write(_json(digest.hexdigest()))
            made.chmod(0o644)
            made.replace(folder / KEPT)
        finally:
            made.unlink(missing_ok=True)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _digested(lines: Iterable[bytes]) -> hashlib._Hash:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line)
    return digest


def _made_of(folder: Path, project: Project) -> str:
    """What is made of a store now, by a digest: of its content, and of what is asked."""
    questions = [project.queries / f"{name}.rq" for name in LISTED]
    texts = [path.read_text("utf-8") for path in questions if path.is_file()]
    texts += [shipped(name) for name in ASKED]
    rows = repr((facet_rows.FACETS, facet_rows.QUALIFYING, name_index.NAMES, name_index.KINDS))
    told = [str(FORMAT), manifest.content(folder), rows, *texts]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()
