"""Full text search: which parts, in which order, at which place."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store

import gcm_kg
from gcm_kg.cli.main import main
from gcm_kg.errors import InputError
from gcm_kg.project import this_project
from gcm_kg.rdf.namespaces import DCTERMS, GCM, OA
from gcm_kg.store.fulltext import BEGIN, END, Hit, index, search
from gcm_kg.store.graph import LocalGraph
from gcm_kg.store.near_words import nothing_found
from gcm_kg.store.search_expression import LONGEST, expression
from gcm_kg.text.word_forms import forms

FILLING = "They spoke at length of many other matters that have nothing to do with this. " * 5
PARTS = {
    "whole": ("Recommendation", "Recruiters and recruitment: recruit fairly, recruit openly."),
    "once": ("Paragraph", f"{FILLING} Some recruit workers. {FILLING}"),
    "debt": ("Recommendation", "End debt bondage of children."),
    "apart": ("Recommendation", "Bondage by debt is wrong; so is a smuggler without mercy."),
    "labour": ("Heading", "Labour standards of the International Labour Organization"),
    "labor": ("Paragraph", "The labor market and an organisation of its programs"),
    "owner": ("Paragraph", "The children's rights, and the child’s best interests"),
    "accent": ("Paragraph", "The Cotonou café"),
    "forms": (
        "Paragraph",
        "Women and policemen, victim-centred panellists: bring a judgment, fulfil it in crises.",
    ),
}
"""Kind and text of each part, by identifier."""


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of some parts, each a thousand code points behind the one before."""
    store = Store()
    for number, (name, (kind, text)) in enumerate(PARTS.items()):
        turtle = f"""
            <urn:{name}> a <{GCM}{kind}> ; <{GCM}text> {json.dumps(text)} ;
                <{DCTERMS}identifier> "{name}" ; <{GCM}evidence> [
                    <{OA}hasSelector> [ <{OA}start> {number * 1000} ] ] ."""
        store.load(turtle.encode(), format=RdfFormat.TURTLE)
    path = tmp_path_factory.mktemp("index") / "index.sqlite"
    index(LocalGraph(store), path)
    return path


def found(words: Path, text: str, **options: str | int) -> list[str]:
    return [hit.identifier for hit in search(words, text, **options)]  # type: ignore[arg-type]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["search", *arguments])


def test_a_word_is_found_in_all_its_forms(words: Path) -> None:
    for form in ("recruit", "recruits", "recruiting", "RECRUITED"):
        assert set(found(words, form)) == {"whole", "once"}
    assert found(words, "cafe") == ["accent"]


def test_the_better_match_comes_first_and_a_limit_keeps_the_best(words: Path) -> None:
    assert found(words, "recruit") == ["whole", "once"]
    assert found(words, "recruit", limit=1) == ["whole"]


def test_a_hit_has_its_place_and_a_snippet_with_the_words_marked(words: Path) -> None:
    (hit,) = search(words, "bondage children")
    text = PARTS["debt"][1]
    assert hit == Hit(
        part="urn:debt",
        identifier="debt",
        kind="Recommendation",
        start=2000 + text.index("bondage"),
        end=2000 + text.index("bondage") + len("bondage"),
        snippet=f"End debt {BEGIN}bondage{END} of {BEGIN}children{END}.",
    )
    assert "…" in search(words, "recruit")[1].snippet


def test_the_place_is_that_of_the_word_in_the_source() -> None:
    (text,) = (path.read_text("utf-8") for path in this_project().sources.glob("*.txt"))
    hits = gcm_kg.open().search('"debt bondage" OR recruit*')
    assert len(hits) > 3
    for hit in hits:
        word = hit.snippet.partition(BEGIN)[2].partition(END)[0]
        assert text[hit.start : hit.end] == word or word in " ".join(
            text[hit.start : hit.end].split()
        )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"debt bondage"', {"debt"}),
        ("debt bondage", {"debt", "apart"}),
        ("debt AND bondage", {"debt", "apart"}),
        ("bondage OR recruit", {"debt", "apart", "whole", "once"}),
        ("bondage NOT mercy", {"debt"}),
        ("bondage !mercy", {"debt"}),
        ("bondage | recruit", {"debt", "apart", "whole", "once"}),
        ("bondage||recruit", {"debt", "apart", "whole", "once"}),
        ("bondage && mercy", {"apart"}),
        ("bondage AND NOT mercy", {"debt"}),
        ("bondage NOT mercy debt", {"debt"}),
        ("bondage NOT debt mercy", set()),
        ("bondage -mercy", {"debt"}),
        ("-mercy bondage", {"debt"}),
        ("bondage \u2212mercy", {"debt"}),
        ("-(mercy OR recruit) bondage", {"debt"}),
        ('bondage -"debt bondage"', {"apart"}),
        ("debt - bondage", {"debt", "apart"}),
        ("debt-bondage", {"debt"}),
        ("(mercy OR children) AND debt", {"debt", "apart"}),
        ("debt (mercy OR children)", {"debt", "apart"}),
        ("mercy OR children AND debt", {"debt", "apart"}),
        ("(mercy OR recruit) AND (openly OR wrong)", {"apart", "whole"}),
        ("debt NOT (mercy OR children)", set()),
        ("((debt))AND(mercy)", {"apart"}),
        ("worker(s)", {"once"}),
        ("recru*", {"whole", "once"}),
        ("bond*", {"debt", "apart"}),
        ('"debt bond"*', {"debt"}),
        ("bondage recruit", set()),
        ("or bondage", set()),
        ("(bondage) [debt]", {"debt", "apart"}),
        ("text:bondage", set()),
        ("NEAR(bondage debt)", set()),
        ('bondage "', {"debt", "apart"}),
    ],
)
def test_words_phrases_beginnings_and_operators(words: Path, text: str, expected: set[str]) -> None:
    assert set(found(words, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("smuggler's", {"apart"}),
        ("smuggler’s", {"apart"}),
        ("children's", {"debt", "owner"}),
        ('"children\'s rights"', {"owner"}),
        ("labor", {"labour", "labor"}),
        ("labour", {"labour", "labor"}),
        ("Labor organisation", {"labour", "labor"}),
        ('"international labor organisation"', {"labour"}),
        ("labor*", {"labour", "labor"}),
        ("programmes", {"labor"}),
        ("labour NOT organisation", set()),
        ("child", {"debt", "owner"}),
        ("CHILD", {"debt", "owner"}),
        ('"child\'s rights"', {"owner"}),
        ("spoke", {"once"}),
        ("speak", {"once"}),
        ("centered", {"forms"}),
        ("victim-centered", {"forms"}),
        ("panelist", {"forms"}),
        ("panellists", {"forms"}),
        ("woman", {"forms"}),
        ("chairperson OR policeman", {"forms"}),
        ("judgement", {"forms"}),
        ("fulfill", {"forms"}),
        ("crisis", {"forms"}),
        ("brought", {"forms"}),
    ],
)
def test_possessives_and_other_spellings_are_found_too(
    words: Path, text: str, expected: set[str]
) -> None:
    assert set(found(words, text)) == expected


def test_only_parts_of_a_kind_are_found_where_one_is_given(words: Path) -> None:
    assert found(words, "recruit", kind="recommendation") == ["whole"]
    assert found(words, "recruit", kind="Paragraph") == ["once"]
    assert found(words, "recruit", kind="heading") == []
    with pytest.raises(InputError, match="heading or paragraph or recommendation, found “actor”"):
        search(words, "recruit", kind="actor")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "expected words"),
        ("...", "expected words"),
        ("AND", "expected words"),
        ("bondage OR", "on both sides of AND, OR and NOT"),
        ("NOT bondage", "words beside those behind NOT"),
        ("bondage OR OR debt", "on both sides of AND, OR and NOT"),
        ("-bondage", "words beside those behind NOT"),
        ("debt OR -bondage", "words beside those behind NOT"),
        ("NOT", "expected words"),
        ("NOT NOT debt", "on both sides of AND, OR and NOT"),
        ("AND debt", "on both sides of AND, OR and NOT"),
        ("debt AND AND bondage", "on both sides of AND, OR and NOT"),
        ("debt AND OR bondage", "on both sides of AND, OR and NOT"),
        ("(debt", "a closing bracket"),
        ("debt) bondage", "a bracket that is opened"),
        ("debt AND ()", "on both sides of AND, OR and NOT"),
        ("(" * 30 + "debt" + ")" * 30, "at most 20 brackets"),
        ("(" * 21 + "debt" + ")" * 21, "at most 20 brackets"),
        ("a" * (LONGEST + 1), "at most 1000 characters"),
        ("a " * 60, "at most 50 words"),
    ],
)
def test_what_cannot_be_looked_for_is_refused_in_one_line(
    words: Path, text: str, expected: str
) -> None:
    with pytest.raises(InputError, match=expected) as error:
        search(words, text)
    assert "\n" not in str(error.value)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_found_or_refused_in_one_line(words: Path, text: str) -> None:
    try:
        search(words, text)
    except InputError as error:
        assert "\n" not in str(error)


def test_a_damaged_index_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    with pytest.raises(InputError, match="an index of words"):
        search(path, "bondage")


def test_the_command_line_shows_place_and_snippet_and_writes_formats() -> None:
    result = run('"debt bondage" OR recruit*', "--kind", "recommendation", "--limit", "3")
    assert result.exit_code == 0 and "3 rows" in result.output
    assert "«" in result.output and "–" in result.output
    rows = run("debt", "bondage", "--format", "csv").output.splitlines()
    assert rows[0] == "part,identifier,kind,start,end,snippet" and len(rows) > 1
    refused = run("OR", "bondage")
    assert (refused.exit_code, refused.output.count("\n")) == (2, 1)


def test_a_graph_of_a_file_is_searched_too(tmp_path: Path) -> None:
    path, known = tmp_path / "graph.nt", gcm_kg.open()
    path.write_text("".join(f"{quad.triple} .\n" for quad in known.store), "utf-8")
    hits = known.search("bondage")
    assert hits and gcm_kg.open(path).search("bondage") == hits


def why(words: Path, text: str) -> str:
    with closing(sqlite3.connect(words)) as database:
        return nothing_found(database, expression(text).words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "traficking bondag3",
            "“traficking” stands nowhere; “bondag3” stands nowhere: did you mean",
        ),
        ("recrutment", "“recrutment” stands nowhere: did you mean recruitment"),
        ("Cotonu", "did you mean cotonou?"),
        ("debt recruit", "each stands somewhere, but no part has all"),
        ("debt -bondage", ""),
        ('"bondage of debt"', "“bondage of debt” stands nowhere"),
    ],
)
def test_nothing_that_is_found_has_a_reason(words: Path, text: str, expected: str) -> None:
    assert found(words, text) == [] and expected in why(words, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("debt NOT smugling", ("debt",)),
        ("-smugling debt", ("debt",)),
        ('debt NOT (children OR "fair trial")', ("debt",)),
        ("(debt NOT trade) OR bondage", ("debt", "bondage")),
    ],
)
def test_words_that_are_left_out_are_none_that_have_to_be_there(
    text: str, words: tuple[str, ...]
) -> None:
    assert expression(text).words == words


def test_the_command_says_why_there_is_nothing_and_which_things_have_the_name() -> None:
    nothing = run("smugling", "--format", "csv")
    assert nothing.exit_code == 0 and "did you mean smuggling" in nothing.stderr
    named = run("palermo", "convention")
    assert "instrument/untoc" in named.output


@given(st.text(alphabet='ab-()" *ANDORNOT', max_size=30))
def test_whatever_is_looked_for_is_found_or_refused_in_one_line(words: Path, text: str) -> None:
    try:
        search(words, text)
    except InputError as error:
        assert "\n" not in str(error)


def test_forms_are_of_the_word_alone() -> None:
    assert forms("German") == ["German"] and forms("human") == ["human"]
    assert forms("policewoman") == ["policewoman", "policewomen"]
    assert set(forms("migrant child")) == {"migrant child", "migrant children"}
