"""The tables of links: what they may hold, that SSSOM's validator takes them, what they become."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pycountry
import pytest
from publishing import drafted
from pyoxigraph import NamedNode, RdfFormat, parse

from gcm_kg.errors import InputError
from gcm_kg.mappings.curated import EXACT, SUFFIX, load_links
from gcm_kg.mappings.sssom import Mapping, load_mapping_set
from gcm_kg.mappings.tables import serialized
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.project import DESCRIPTION, LINKS, this_project
from gcm_kg.rdf.namespaces import BASE, GCM, OWL, RDFS, SEMAPV, SKOS, SSSOM, VOID
from gcm_kg.reading.vocabulary import load_vocabulary

TABLES = sorted(this_project().mappings.glob(f"*{SUFFIX}"))
SEEN = Path(__file__).with_name("verified.tsv")
"""Identifiers that public sources give with the name of the thing."""
REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference" / "identifiers.tsv"
COLUMNS = (
    *("subject_id", "subject_label", "predicate_id", "object_id", "object_label"),
    *("mapping_justification", "confidence", "comment"),
)
HEAD = f"""\
#mapping_set_id: {BASE}mappings/test
#license: https://creativecommons.org/licenses/by/4.0/
#curie_map:
#  id: {BASE}
#  ex: http://example.org/
"""
HEAD += "\t".join(COLUMNS) + "\n"
ROW = "\t".join(
    ("id:theme/slavery", "slavery", "skos:exactMatch", "ex:1", "slavery")
    + ("semapv:ManualMappingCuration", "0.9", "It is.")
)


@cache
def vocabulary() -> Vocabulary:
    return load_vocabulary(this_project().ontology, this_project().vocabulary)


def table(folder: Path, rows: str, head: str = HEAD) -> Path:
    path = folder / f"test{SUFFIX}"
    path.write_text(head + rows, "utf-8")
    return path


@cache
def matches() -> tuple[tuple[str, Mapping], ...]:
    """All rows, each with the stem of its table."""
    every = load_links(this_project().mappings, vocabulary())
    return tuple((links.stem, match) for links in every for match in links.table.matches)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:The (inplace|copy) keyword")
@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_the_validator_of_sssom_takes_every_table(path: Path) -> None:
    from sssom.parsers import parse_sssom_table
    from sssom.validators import validate

    found = parse_sssom_table(str(path))
    assert len(found.df) == len(load_mapping_set(path).matches) > 0
    reports = validate(found, fail_on_error=True)
    assert not [result for report in reports.values() for result in report.results]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_a_table_is_written_as_it_was_read_and_in_order(path: Path) -> None:
    found = load_mapping_set(path)
    assert serialized(found) == path.read_text("utf-8")
    if path.name != f"ontology{SUFFIX}":
        keys = [(match.subject, match.predicate, match.object) for match in found.matches]
        assert keys == sorted(keys)


def test_every_row_has_the_label_that_our_thing_has_now() -> None:
    for stem, match in matches():
        if stem != "ontology":
            assert match.subject_label == vocabulary().name(match.subject), match


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the verified identifiers are not beside it")
def test_no_identifier_is_published_that_was_not_verified() -> None:
    with REFERENCE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        verified = {row["iri_or_id"] for row in rows}
    assert len(verified) > 500
    with SEEN.open(encoding="utf-8", newline="") as file:
        verified |= {row[0] for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    linked = {match.object for stem, match in matches() if stem != "ontology"}
    assert len(linked) > 300 and linked <= verified
    properties = "treatyNumber registrationNumber documentSymbol actNumber celexNumber"
    properties += " gridIdentifier funderIdentifier"
    literals = {
        value
        for (_, predicate), values in vocabulary().values.items()
        if predicate.rpartition("#")[2] in properties.split()
        for value in values
    }
    assert len(literals) > 50 and literals <= verified


def test_the_code_of_a_labour_convention_is_made_of_its_number() -> None:
    for convention in vocabulary().of_kind("LabourConvention"):
        number = re.search(r"\(No\. (\d+)\)", vocabulary().name(convention))
        (code,) = vocabulary().get(convention, GCM + "normlexCode")
        assert code == (f"C{int(number[1]):03}" if number else "P029"), convention


def test_the_codes_of_a_state_are_those_of_one_country_of_iso_3166() -> None:
    states = vocabulary().of_kind("State")
    assert len(states) == 193 + 2
    for state in states:
        names = ("twoLetterCode", "threeLetterCode", "areaCode")
        two, three, area = (vocabulary().get(state, GCM + name)[0] for name in names)
        country = pycountry.countries.get(alpha_2=two)
        assert country is not None
        assert (country.alpha_3, country.numeric) == (three, area), state
        assert state == f"{BASE}actor/{two.lower()}"


def test_slavery_is_not_the_same_where_a_thesaurus_takes_forced_labour_with_it() -> None:
    (match,) = (
        match
        for _, match in matches()
        if match.object == "http://eurovoc.europa.eu/857" and match.subject.endswith("/slavery")
    )
    assert match.predicate not in EXACT and "forced labour" in match.comment


def test_what_is_smuggled_is_not_trafficked_in_any_table() -> None:
    exact: dict[str, set[str]] = {}
    for _, match in matches():
        if match.predicate in EXACT:
            exact.setdefault(match.subject.removeprefix(BASE), set()).add(match.object)
    both = exact["theme/smuggling-of-migrants"] & exact["theme/trafficking-in-persons"]
    assert not both and exact["theme/smuggling-of-migrants"]


def test_identity_is_said_of_single_things_only() -> None:
    kinds = ("Actor", "Place", "Instrument")
    same = [match for _, match in matches() if match.predicate == OWL + "sameAs"]
    assert len(same) > 40
    for match in same:
        assert any(vocabulary().is_a(match.subject, kind) for kind in kinds)
        assert not vocabulary().is_a(match.subject, "ActorGroup")


def test_each_link_is_a_triple_in_the_graph_of_its_table_with_its_reason_beside_it() -> None:
    quads = set(parse(path=str(drafted.path(LINKS)), format=RdfFormat.TRIG))
    reasons = {
        getattr(q.object, "value", "") for q in quads if q.predicate.value == RDFS + "comment"
    }
    triples = {
        (str(q.subject)[1:-1], q.predicate.value, str(q.object)[1:-1], str(q.graph_name)[1:-1])
        for q in quads
    }
    for stem, match in matches():
        graph = f"{BASE}graph/links/{stem}"
        assert (match.subject, match.predicate, match.object, graph) in triples
        assert match.comment in reasons
    axioms = [q for q in quads if q.predicate.value == OWL + "annotatedTarget"]
    assert len(axioms) == len({q.subject for q in axioms}) == len(matches())
    assert sum(q.predicate.value == SSSOM + "mappings" for q in quads) == len(matches())


def test_the_linksets_of_the_description_count_the_links() -> None:
    store: dict[str, dict[str, str]] = {}
    for quad in parse(path=str(drafted.path(DESCRIPTION)), format=RdfFormat.TURTLE):
        store.setdefault(str(quad.subject)[1:-1], {})[quad.predicate.value] = getattr(
            quad.object, "value", ""
        )
    linksets = {name: said for name, said in store.items() if VOID + "linkPredicate" in said}
    counted = {
        (said[VOID + "objectsTarget"], said[VOID + "linkPredicate"]): int(said[VOID + "triples"])
        for said in linksets.values()
    }
    expected = Counter((f"{BASE}target/{stem}", match.predicate) for stem, match in matches())
    assert counted == expected
    targets = {said[VOID + "objectsTarget"] for said in linksets.values()}
    assert all(VOID + "uriSpace" in store[target] for target in targets)


def test_a_good_table_is_read(tmp_path: Path) -> None:
    table(tmp_path, ROW + "\n")
    (links,) = load_links(tmp_path, vocabulary())
    (match,) = links.table.matches
    assert match == Mapping(
        f"{BASE}theme/slavery", SKOS + "exactMatch", "http://example.org/1",
        SEMAPV + "ManualMappingCuration", "slavery", "slavery", "0.9", "It is.", 7,
    )  # fmt: skip
    assert NamedNode(match.object)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id:theme/slavery", "id:theme/nothing", "7: expected a thing of data/vocabulary"),
        ("id:theme/slavery", "theme/slavery", "7: expected a CURIE such as skos:exactMatch"),
        ("id:theme/slavery", "", "found nothing in column subject_id"),
        ("skos:exactMatch", "skos:related", "7: expected one of skos:exactMatch"),
        ("skos:exactMatch", "skoz:exactMatch", "7: expected a CURIE of a declared prefix"),
        ("skos:exactMatch", "owl:sameAs", "as concepts and terms are no single things"),
        ("ex:1", "id:theme/servitude", "7: expected a thing of another graph that others"),
        ("ex:1", "ex:<1>", "7: expected a CURIE of an IRI"),
        ("semapv:Manual", "ex:Manual", "expected a justification of semapv"),
        ("0.9", "90%", "7: expected a number from 0 to 1, found “90%” in column confidence"),
        ("0.9", "1.1", "in column confidence"),
        ("It is.", "", "expected a reason, found nothing in column comment"),
        ("\tIt is.", "", "expected a reason, found nothing in column comment"),
        ("It is.", "It is.\tIt was.", "7: expected 8 columns separated by tabs, found 9"),
        ("It is.", 'It is.\n' + ROW, "8: expected a link that no other row has"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_used_is_named_by_file_line_and_column(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    path = table(tmp_path, ROW.replace(old, new, 1) + "\n")
    with pytest.raises(InputError) as caught:
        load_links(tmp_path, vocabulary())
    assert message in str(caught.value) and str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("#mapping_set_id", "#set_id", ":1: expected #mapping_set_id: with a value"),
        ("#license", "#licence", ":1: expected #license: with a value"),
        ("mappings/test", "mappings/other", ":1: expected #mapping_set_id:"),
        ("#  ex: http", "#  ex: [http", "expected YAML behind #"),
        ("predicate_id", "predicate", ":6: expected a column predicate_id"),
        ("#", "", "expected #mapping_set_id: and other metadata"),
    ],
)
def test_a_table_that_is_no_sssom_is_refused_with_the_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    table(tmp_path, ROW + "\n", HEAD.replace(old, new, -1 if old == "#" else 1))
    with pytest.raises(InputError) as caught:
        load_links(tmp_path, vocabulary())
    assert message in str(caught.value)


def test_a_table_with_an_odd_name_is_refused(tmp_path: Path) -> None:
    table(tmp_path, ROW).rename(tmp_path / f"My Table{SUFFIX}")
    with pytest.raises(InputError, match="small letters"):
        load_links(tmp_path, vocabulary())
