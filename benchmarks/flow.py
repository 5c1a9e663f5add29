"""Measures the flow: one document, many copies of it, many labels, and the whole cold build.

Prints one line a measure: what, how long, what was promised, and whether that is kept.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

from measures import say, seconds

from gcm_kg.extraction.gazetteer import Finder
from gcm_kg.extraction.pipeline import Extractor
from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Document, Part, Source
from gcm_kg.model.vocabulary import Label
from gcm_kg.project import this_project
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.publishing.quads import DocumentQuads
from gcm_kg.reading.summary import read

PROGRAM = str(Path(sys.executable).with_name("gcm-kg"))


def one_document(corpus: Corpus, source: Source) -> None:
    """Reading, finding, interpreting and emitting one document."""

    def work() -> None:
        fresh = replace(source, document=read(source.document.text))
        found = corpus.extracted(fresh)
        quads = DocumentQuads(fresh).quads(
            found.mentions, found.statements, found.passages, found.annotations
        )
        for _ in quads:
            pass

    say("read, find, interpret and emit the document", seconds(work), 0.2)


def copies(document: Document, number: int) -> Document:
    """A document of many copies of the parts of another."""
    parts: list[Part] = []
    for copy in range(number):
        shift = copy * len(document.text)
        parts += [
            Part(p.kind, f"{copy}.{p.identifier}", p.component, p.eid, None, p.ordinal,
                 p.start + shift, p.end + shift)
            for p in document.leaves()
        ]  # fmt: skip
    return Document(document.text * number, tuple(parts))


def growth_with_length(reader: Extractor, source: Source) -> None:
    """Reading and extracting 1, 10 and 100 copies: the time for each copy stays the same."""
    base = 0.0
    for number in (1, 10, 100):
        each = seconds(_reading_and_extracting(reader, source, number), runs=2) / number
        base = base or each
        say(f"{number:4} copies: time for each copy, against one alone", each / base, 1.5, "x")


def _reading_and_extracting(reader: Extractor, source: Source, number: int) -> Callable[[], object]:
    text, many = source.document.text * number, copies(source.document, number)

    def work() -> None:
        read(text)
        reader.extract(replace(source, document=many), Annotations())

    return work


def short_texts(reader: Extractor, source: Source) -> None:
    """Texts of one sentence, each a document of its own, beyond reading them."""
    document = source.document
    texts = [document.text_of(part) for part in document.recommendations()]
    short = [replace(source, document=_of_one(text)) for text in texts]
    none = Annotations()

    def work() -> None:
        for one in short:
            reader.extract(one, none)

    say("extract a text of one sentence", 1000 * seconds(work) / len(short), 1.2, "ms")


def _of_one(text: str) -> Document:
    """A document of one recommendation."""
    return Document(text, (Part("Recommendation", "1", "main", "rec_1", None, 1, 0, len(text)),))


def growth_with_labels(reader: Extractor, source: Source) -> None:
    """Matching with 100, 1,000 and 10,000 labels more: at most their logarithm of time."""
    document = source.document
    spans = [(leaf.start, leaf.end) for leaf in document.leaves()]
    syllables = ("mi", "gra", "tor", "pac", "ned", "lu", "ves", "ko", "ri", "tan")
    names = ["".join(letters) for letters in product(syllables, repeat=4)]
    base = 0.0
    for number, promise in ((100, 1.0), (1_000, 1.5), (10_000, 2.0)):
        more = [Label(name, f"urn:{name}", "names") for name in names[:number]]
        find = Finder([*reader.vocabulary.labels, *more]).find
        spent = seconds(partial(find, document.text, document.folded, spans))
        base = base or spent
        say(
            f"{number:6,} labels more: matching, against 100 more",
            spent / base,
            promise * 1.05,
            "x",
        )


def cold_build() -> None:
    """The whole build in a new process, validated and with its store."""

    def work() -> None:
        subprocess.run([PROGRAM, "build"], check=True, stdout=subprocess.DEVNULL)

    say("cold gcm-kg build", seconds(work, runs=5), 1.7)


def main() -> None:
    """Runs all measures."""
    project = this_project()
    corpus = Corpus(project)
    reader, source = corpus.extractor, next(corpus.sources)
    one_document(corpus, source)
    short_texts(reader, source)
    growth_with_length(reader, source)
    growth_with_labels(reader, source)
    cold_build()


if __name__ == "__main__":
    main()
