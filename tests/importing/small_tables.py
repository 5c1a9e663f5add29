"""Tables of a few rows, from their text as CSV to the quads of a document."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from extraction.sentences import reader
from pyoxigraph import Quad

from gcm_kg.extraction.pipeline import Extractor
from gcm_kg.importing.addition import Importer
from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Source
from gcm_kg.project import this_project
from gcm_kg.publishing.portions import portions
from gcm_kg.rdf.described import as_quads
from gcm_kg.reading.table_profiles import load_meanings


def table(rows: str, name: str, title: str, key: str = "") -> tuple[Source, tuple[Quad, ...]]:
    """The document of a table, given as CSV, and its quads."""
    project = this_project()
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.csv"
        path.write_text(rows, "utf-8")
        importer = Importer(project)
        (addition,) = importer.additions(path)
    source = Source(
        addition.stem, addition.path, title, "en", addition.sha256, "ours", "", {}, {},
        importer.read(addition).document, key or addition.stem, original=addition.original,
    )  # fmt: skip
    vocabulary = reader().vocabulary
    extractor = Extractor(vocabulary, load_meanings(project, vocabulary))
    found = extractor.extract(source, Annotations())
    return source, tuple(as_quads(chain.from_iterable(portions(found))))
