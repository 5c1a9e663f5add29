"""Recommendations are found by several criteria together, and selections of them compared."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from publishing import built, several

from gcm_kg.cli.commands import find
from gcm_kg.cli.main import main
from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import this_project
from gcm_kg.views.criteria import Criterion, criterion
from gcm_kg.views.finding import Found


def known() -> KnowledgeGraph:
    return built.known()


@cache
def three() -> KnowledgeGraph:
    return KnowledgeGraph(several.graph(), this_project())


@cache
def names(*criteria: str | Criterion, family: bool = False) -> set[str]:
    return {one.identifier for one in known().select(criteria, family=family)}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_what_is_found_by_one_criterion_is_what_the_question_gives() -> None:
    asked = known().ask("recommendations-for-population", population="children")
    assert names("population=children") == {row["identifier"] for row in asked}
    cited = known().ask("recommendations-citing", instrument="UNTOC", scope="family")
    found = names("instrument=UNTOC", family=True)
    assert found == {row["identifier"] for row in cited} >= names("instrument=UNTOC") > set()


def test_all_criteria_have_to_be_met_and_of_one_any_thing() -> None:
    children, women = names("population=children"), names("population=women")
    assert names("population=children", "population=women") == children & women
    assert names("population=children|women") == children | women
    assert names("population=children", "not population=women") == children - women


def test_a_wider_thing_counts_for_what_is_narrower_and_a_section_for_those_in_it() -> None:
    assert names("population=girls") < names("population=children")
    sections = {f"section=III.{letter}" for letter in "abcdefg"}
    assert names("section=III") == set().union(*map(names, sections)) == names()
    assert len(names()) == 87


def test_a_name_alone_is_that_of_anything_and_words_are_those_of_the_text() -> None:
    assert (
        names("private sector")
        == (names("actor=private sector") | names("theme=private sector"))
        > set()
    )
    hits = known().search('"debt bondage"', kind="recommendation", limit=500)
    assert names('words="debt bondage"') == {hit.identifier for hit in hits}


def test_what_is_found_says_on_which_words() -> None:
    found = known().select(["population=children", "theme=border management"])
    assert found
    for one in found:
        objects = {reason.object_label for reason in one.reasons}
        assert len(objects) >= 2, "a reason for each criterion"
        for reason in one.reasons:
            assert all(" ".join(q.exact.split()) in one.text for q in reason.quotes)
            assert reason.object_label in one.why


def test_an_instrument_with_two_functions_is_one_reason() -> None:
    (one,) = known().select(["instrument=UNTOC", "section=III.a"])
    assert one.why.count("United Nations Convention against Transnational") == 1
    assert "(implement, ratify)" in one.why


def test_parts_of_several_documents_are_found_with_their_keys() -> None:
    found = three().select(["population=children"])
    assert {one.identifier.partition(":")[0] for one in found} >= {"s5", "children"}
    only = three().select(["population=children", "document=children"])
    assert {one.part for one in only} < {one.part for one in found}


def test_what_nothing_meets_says_which_criterion_is_met_by_how_many() -> None:
    wanted = ["instrument=UNTOC", "population=women"]
    assert not known().select(wanted)
    counts = {str(one.criterion): (one.alone, one.without) for one in known().alone(wanted)}
    assert counts["instrument: UNTOC"] == (1, len(names("population=women")))
    shown = run("find", "--cites", "UNTOC", "--population", "women")
    assert shown.exit_code == 0 and "instrument: UNTOC: 1 recommendation alone" in shown.output


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("theme=border management", Criterion("theme", ("border management",))),
        ("not population = women | girls", Criterion("population", ("women", "girls"), True)),
        ("NOT UNTOC", Criterion("about", ("UNTOC",), True)),
        ("cites=UNTOC", Criterion("instrument", ("UNTOC",))),
        ("notation", Criterion("about", ("notation",))),
    ],
)
def test_criteria_are_read_as_people_write_them(text: str, expected: Criterion) -> None:
    assert criterion(text) == expected


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        ("colour=red", "theme or instrument"),
        ("theme=", "FACET=NAME or a name"),
        ("theme=gendre", "did you mean gender"),
        ("theme=UNTOC", "the name of a gcm:Theme"),
        ("", "FACET=NAME or a name"),
    ],
)
def test_a_criterion_that_means_nothing_is_refused_in_one_line(
    criterion: str, expected: str
) -> None:
    with pytest.raises(InputError) as error:
        known().select([criterion])
    assert expected in str(error.value) and "\n" not in str(error.value)


def test_the_command_takes_criteria_as_options() -> None:
    shown = run("find", "--population", "children", "--not", "theme=gender", "--format", "json")
    found: list[Found] = known().select(["population=children", "not theme=gender"])
    assert shown.exit_code == 0
    assert all(one.part in shown.output for one in found)


def test_two_selections_are_compared_by_the_shares_of_a_facet() -> None:
    found = known().compare(["section=III.a"], ["section=III.b"], "action")
    assert (found.one, found.other, found.both) == (11, 7, 0)
    gaps = [abs(row.share - row.other_share) for row in found.differences]
    assert gaps == sorted(gaps, reverse=True) and gaps[0] > 0
    for row in found.differences:
        assert row.one == len(names("section=III.a", f"action={row.value}"))
    shown = run("compare", "section=III.a", "section=III.b", "--by", "action")
    assert shown.exit_code == 0 and "first: section=III.a (11)" in shown.output


@pytest.mark.parametrize("facet", ["theme", "population", "actor", "section", "instrument"])
def test_a_comparison_counts_what_a_search_finds(facet: str) -> None:
    compared = known().compare(["section=III.a"], ["not section=III.a"], facet)
    assert compared.differences
    for row in compared.differences:
        assert row.one == len(names("section=III.a", f"{facet}={row.value}")), row.label


def test_what_nothing_has_itself_is_compared_by_what_is_narrower() -> None:
    rows = known().compare(["section=III"], ["not section=III"], "section").differences
    (whole,) = (row for row in rows if row.value.endswith("sec_III"))
    assert (whole.one, whole.other, whole.share) == (87, 0, 1)
    assert whole.label and not whole.label.startswith("akn"), "it has its label"


def test_what_counts_is_said_above_a_comparison() -> None:
    for facet, said in (("theme", "by: theme, with what is narrower"), ("cites", "by: cites\n")):
        assert said in run("compare", "section=III.a", "section=III.b", "--by", facet).output


OF_A_REVIEW = {
    ("--by", "Norway"): 2,
    ("--by", "Chile", "--by", "Norway"): 3,
    ("--by", "Norway", "--to", "Chile"): 1,
    ("--to", "Mexico"): 2,
    ("--state", "Mexico"): 4,
    ("--state", "Mexico", "--not", "by=Mexico"): 2,
}  # fmt: skip


@pytest.mark.parametrize("options", OF_A_REVIEW)
def test_a_review_is_searched_by_who_recommends_and_to_whom(
    options: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    reviewed = KnowledgeGraph(several.reviews(), this_project())
    monkeypatch.setattr(find, "opened", lambda _: reviewed)
    number = OF_A_REVIEW[options]
    said = f"{number} row" if number == 1 else f"{number} rows"
    assert run("find", *options).output.splitlines()[-1] == said


def test_states_alone_are_compared_as_states() -> None:
    known_ = KnowledgeGraph(several.of_all_kinds(), this_project())
    compared = known_.compare(["document=reviews"], ["document=s5"], "state")
    labels = {row.label for row in compared.differences if row.one}
    assert labels == {"Chile", "Mexico", "Norway"}


def test_a_selection_and_itself_differ_in_nothing() -> None:
    same = known().compare(["population=children"], ["population=children"])
    assert same.one == same.other == same.both
    assert {row.share - row.other_share for row in same.differences} == {0}


def test_selections_are_compared_by_a_facet_only() -> None:
    with pytest.raises(InputError, match="gcm-kg compare --by: expected document or section"):
        known().compare([], [], "colour")


def test_what_is_found_is_written_as_the_ending_of_the_file_says(tmp_path: Path) -> None:
    path = tmp_path / "found.csv"
    assert run("find", "--population", "children", "-o", str(path)).exit_code == 0
    head, *rows = path.read_text("utf-8").splitlines()
    assert head == "identifier,text,why" and len(rows) == len(names("population=children"))
    compared = tmp_path / "compared.csv"
    done = run("compare", "population=children", "population=women", "-o", str(compared))
    assert done.exit_code == 0
    assert compared.read_text("utf-8").startswith("value,first,share of first,second,")


def test_a_polarity_is_that_of_the_theme_that_is_looked_for() -> None:
    assert "III.a.4" in names("theme=irregular migration") & names("polarity=avoid")
    assert "III.a.4" not in names("theme=irregular migration", "polarity=avoid")
    assert "III.a.4" in names("theme=criminalization of migrants", "polarity=avoid")


def test_a_selection_that_only_pairs_make_empty_says_so() -> None:
    said = run("find", "--theme", "criminalization of migrants", "--polarity", "preserve")
    assert "a polarity is looked for of the theme" in said.stderr
