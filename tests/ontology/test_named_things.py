"""What an independent reading of the source found by name is in the graph, and nothing is loose.

``named_things.tsv`` holds places and entities only; the words stand in data/source. Left out of
it are common nouns, words that lean on a name (the session, they), names inside other names, and
the parts of the annex that the scan has damaged beyond reading.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from gcm_kg.extraction.pipeline import Extraction
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.project import this_project
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.rdf.namespaces import BASE

STEM = "gcm-thematic-session-5-summary"
LIST = Path(__file__).parent / "named_things.tsv"
NAMED_KINDS = ("Instrument", "Organization", "Initiative", "Event", "Person", "Principle")
UNRESOLVED: frozenset[tuple[str, int, int]] = frozenset(
    {
        ("III.c.11", 26791, 26827),
        ("III.d.p1", 28570, 28604),
        ("III.d.12", 30912, 30936),
        ("IV.p3", 44015, 44034),
    }
)
"""Part, start and end of the mentions that may stay unresolved: phrases that point to instruments
or initiatives without saying which."""
BEYOND = (
    "treaties",
    "labour-conventions",
    "eu-acts",
    "compact",
    "organizations",
    "un-system",
    "human-rights-instruments",
    "instrument-groups",
    "sustainable-development-goals",
)
"""Files of things that this document does not name: other documents do, or links lead to them."""

Row = tuple[str, int, int, str]


@cache
def prepared() -> tuple[Vocabulary, Extraction]:
    project = this_project()
    corpus = Corpus(project)
    source = next(source for source in corpus.sources if source.stem == STEM)
    return corpus.vocabulary, corpus.extracted(source)


@cache
def named_things() -> tuple[Row, ...]:
    with LIST.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            (row["part"], int(row["start"]), int(row["end"]), row["entity"]) for row in table
        )


def test_every_row_of_the_list_lies_in_its_part_and_names_a_thing_of_the_vocabulary() -> None:
    vocabulary, reading = prepared()
    parts = {leaf.identifier: leaf for leaf in reading.source.document.leaves()}
    wrong = [
        (part, start, end, entity)
        for part, start, end, entity in named_things()
        if part not in parts
        or not parts[part].start <= start < end <= parts[part].end
        or BASE + entity not in vocabulary.kinds
    ]
    assert not wrong, f"correct these rows of {LIST.name}: {wrong}"
    assert len(set(named_things())) == len(named_things()), f"{LIST.name} has a row twice"


def test_everything_that_the_text_names_has_a_mention_where_it_is_named() -> None:
    _, reading = prepared()
    misses = [
        f"{part} [{start}:{end}] {entity}"
        for part, start, end, entity in named_things()
        if not any(
            mention.start < end and start < mention.end and BASE + entity in mention.entities
            for mention in reading.mentions
        )
    ]
    advice = "add a label to data/vocabulary or a row to the table of mentions"
    assert not misses, f"{len(misses)} not found, {advice}:\n" + "\n".join(misses)


def test_no_mention_is_unresolved_but_those_that_are_known() -> None:
    _, reading = prepared()
    unresolved = {
        (mention.part.identifier, mention.start, mention.end)
        for mention in reading.mentions
        if not mention.entities
    }
    assert unresolved == UNRESOLVED


def test_every_named_thing_of_the_vocabulary_is_mentioned_somewhere() -> None:
    vocabulary, reading = prepared()
    mentioned = {entity for mention in reading.mentions for entity in mention.entities}
    known = {entity for kind in NAMED_KINDS for entity in vocabulary.of_kind(kind)}
    texts = ((this_project().vocabulary / f"{stem}.ttl").read_text("utf-8") for stem in BEYOND)
    beyond = {iri for text in texts for iri in re.findall(r"^<([^>]+)> a ", text, re.MULTILINE)}
    assert len(beyond) > 200
    never = {entity.removeprefix(BASE) for entity in known - mentioned} - beyond
    assert never == set()
