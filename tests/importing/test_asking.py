"""A table of our own, from its cells to answers that quote them."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import Any

import pytest
from extraction.sentences import reader
from importing.small_tables import table
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from gcm_kg.extraction.pipeline import Extractor
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Source
from gcm_kg.project import this_project
from gcm_kg.publishing.cache import Entry
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.publishing.entries import EntryMaker
from gcm_kg.publishing.portions import portions
from gcm_kg.rdf.described import Graphs, as_quads, gathered
from gcm_kg.rdf.namespaces import BASE, DCTERMS, GCM, XSD
from gcm_kg.reading.table_profiles import load_meanings
from gcm_kg.reading.vocabulary import load_vocabulary
from gcm_kg.store.graph import LocalGraph
from gcm_kg.validation.check import check_lines
from gcm_kg.validation.report import Finding

PROJECT = this_project()
ROWS = """To,Text,From,Response,Action,Issue,Session
Austria,Abolish the death penalty,Norway; Chile,Noted,5,Death penalty,3
Austria,End the detention of migrant children,Chile,Accepted,5,"Detention,Migrants,Sailing",3
Austria,Train the coast guard,Norway,Accepted,4,Detention,3
Austria,Abolish the death penalty,Peru,Rejected,5,Death penalty,4
"""


@cache
def made() -> tuple[Source, tuple[Quad, ...]]:
    """The document of the table, and its quads."""
    source, quads = table(ROWS, "mine", "A table")
    vocabulary = reader().vocabulary
    return source, (*vocabulary.ontology, *vocabulary.quads, *quads)


@cache
def known() -> KnowledgeGraph:
    store = Store()
    store.extend(made()[1])
    return KnowledgeGraph(LocalGraph(store), PROJECT)


def asked(question: str, **values: str) -> list[list[str]]:
    parameters: dict[str, Any] = dict(values)
    return [row[1:] for row in known().ask(question, **parameters).texts()]


def test_the_graph_of_a_table_conforms_to_the_shapes() -> None:
    lines = serialize(made()[1], format=RdfFormat.N_QUADS) or b""
    findings = check_lines((PROJECT.shapes,), lines, "rust")
    assert not [finding for finding in findings if finding.severity == "Violation"]


def test_what_was_recommended_to_a_state_by_whom_and_its_answer() -> None:
    rows = asked("recommendations-to-state", state="Austria")
    assert [(row[0], row[3], row[4]) for row in rows] == [
        ("row-2", "Chile", "noted"), ("row-2", "Norway", "noted"),
        ("row-3", "Chile", "accepted"), ("row-4", "Norway", "accepted"),
        ("row-5", "Peru", "rejected"),
    ]  # fmt: skip


def test_themes_that_a_state_never_accepts() -> None:
    rows = asked("themes-never-accepted", state="Austria")
    assert ["death penalty", "2"] in rows
    assert "detention" not in [row[0] for row in rows]


def test_who_recommends_what() -> None:
    assert asked("makers-by-theme", theme="death penalty") == [
        ["Chile", "1"], ["Norway", "1"], ["Peru", "1"]
    ]  # fmt: skip
    assert ["death penalty", "1"] in asked("themes-of-maker", maker="Norway")
    rows = asked("recommendations-by-position", state="Austria", position="rejected")
    assert [row[0] for row in rows] == ["row-5"]
    assert rows[0][3] == "Rejected"


def test_what_a_state_recommended_and_how_an_addressee_answers() -> None:
    rows = asked("recommendations-made-by", maker="Norway")
    assert [(row[0], row[3], row[4]) for row in rows] == [
        ("row-2", "Austria", "noted"), ("row-4", "Austria", "accepted")
    ]  # fmt: skip
    assert [row[1:] for row in asked("positions-by-addressee")] == [
        ["Austria", "accepted", "2"], ["Austria", "noted", "1"], ["Austria", "rejected", "1"]
    ]  # fmt: skip


def test_labels_are_stated_or_confirm_and_unknown_ones_stay_words() -> None:
    assert len(asked("themes-by-position")) > 2
    labels = {row[0]: row[2] for row in known().ask("labels-of-experts").texts()}
    assert labels["Sailing"] == "" and labels["Migrants"].endswith("population/migrants")
    explained = known().explain("row-4", "detention")
    (one,) = explained
    assert one.reviewed and one.made_by.endswith("/label/issue/detention")
    assert [(quote.exact, quote.fragment) for quote in one.quotes] == [("Detention", "cell=4,6")]
    (confirmed,) = (e for e in known().explain("row-3", "detention") if "theme" in e.object)
    assert confirmed.reviewed and confirmed.made_by.endswith("rule/theme")
    assert "Detention" in [quote.exact for quote in confirmed.quotes]


def test_every_quote_is_exactly_the_words_at_its_place() -> None:
    source, _ = made()
    text = source.document.text
    explained = [one for row in range(2, 6) for one in known().explain(f"row-{row}")]
    quotes = [quote for one in explained for quote in one.quotes]
    assert quotes and all(text[q.start : q.end] == q.exact for q in quotes)
    assert {q.fragment for q in quotes if q.exact == "Chile"} == {"cell=2,3", "cell=3,3"}


def test_the_original_is_named_with_its_digest() -> None:
    text = NamedNode(f"{BASE}akn/un/doc/mine/eng.txt")
    triples = list(known().data.triples(text, None, None))
    (original,) = (t.object for t in triples if t.predicate.value.endswith("wasDerivedFrom"))
    assert isinstance(original, NamedNode)
    said = {t.predicate.value for t in known().data.triples(original, None, None)}
    assert any(predicate.endswith("sha256") for predicate in said)
    assert any(known().data.triples(None, NamedNode(GCM + "labelledWith"), None))


def test_portions_of_a_long_table_are_the_whole_and_conform(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source, whole = made()
    vocabulary = load_vocabulary(PROJECT.ontology, PROJECT.vocabulary)
    found = Extractor(vocabulary, load_meanings(PROJECT, vocabulary)).extract(source, Annotations())
    monkeypatch.setattr("gcm_kg.publishing.portions.MOST", 1)
    monkeypatch.setattr("gcm_kg.publishing.portions.ROWS", 2)
    parted = [list(portion) for portion in portions(found)]
    assert len(parted) == 3
    common = (*vocabulary.ontology, *vocabulary.quads)
    quads = {*as_quads(chain.from_iterable(parted))}
    assert {*common, *quads} == set(whole)
    graphs = list(map(gathered, parted))
    entry = in_portions(source, graphs)
    assert violations(entry) == []
    fragments = list(entry.fragments())
    lines = b"".join(fragment.lines for fragment in fragments)
    assert set(parse(lines, format=RdfFormat.N_QUADS)) == quads
    for fragment in fragments:
        json.loads(b"[" + fragment.json + b"]")
    (last,) = graphs[-1].values()
    part = next(name for name, said in last.items() if f"<{GCM}text>" in said)
    last[part][f"<{GCM}text>"] = ['"Other words."']
    wrong = violations(in_portions(source, graphs))
    assert any(f"{BASE}{finding.value}".startswith(part[1:-1]) for finding in wrong)


@cache
def maker() -> EntryMaker:
    return EntryMaker(Corpus(PROJECT), "rust")


def in_portions(source: Source, graphs: list[Graphs]) -> Entry:
    """The entry of a document, made in portions."""
    first, own = maker().writer.described(graphs[0]), f"<{BASE}{source.path}"
    return maker()._in_portions(first, own, graphs[1:], {"path": source.path})


def violations(entry: Entry) -> list[Finding]:
    return [finding for finding in entry.findings if finding.severity == "Violation"]


@pytest.mark.parametrize(("date", "kind"), [("2031-11-05", "date"), ("2031-11", "gYearMonth")])
def test_a_document_has_its_day_or_else_its_month(date: str, kind: str) -> None:
    source = replace(made()[0], dates={"document": date})
    extractor = Extractor(reader().vocabulary, load_meanings(PROJECT, reader().vocabulary))
    found = portions(extractor.extract(source, Annotations()))
    quads = as_quads(chain.from_iterable(found))
    said = [q.object for q in quads if q.predicate.value == f"{DCTERMS}date"]
    assert said == [Literal(date, datatype=NamedNode(f"{XSD}{kind}"))]
