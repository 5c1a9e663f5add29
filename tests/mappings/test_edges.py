"""Tables of others: what a row must not become, and what of SSSOM/TSV is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from mappings.test_curated import HEAD, ROW, table, vocabulary
from mappings.test_review import LEXICAL, MANUAL, TABLE, held, project, review, row

from gcm_kg.errors import InputError
from gcm_kg.linking.proposals import our_side
from gcm_kg.mappings.curated import link_quads, linksets, load_links
from gcm_kg.mappings.identifiers import scheme_of
from gcm_kg.mappings.review import accept
from gcm_kg.mappings.sssom import load_mapping_set
from gcm_kg.project import Project

__all__ = ["project"]
CELLS = ROW.split("\t")


def with_column(name: str, value: str, line: str = ROW) -> tuple[str, str]:
    """The head and a row of a table with one more column."""
    return HEAD.removesuffix("\n") + f"\t{name}\n", f"{line}\t{value}\n"


@pytest.mark.parametrize(
    ("column", "value"),
    [("predicate_modifier", "Not"), ("predicate_modifier", "not"), ("reviewer_agreement", "-1"),
     ("reviewer_agreement", "-2.5e-1")],
)  # fmt: skip
def test_a_row_that_denies_is_no_link(tmp_path: Path, column: str, value: str) -> None:
    head, line = with_column(column, value)
    table(tmp_path, line, head)
    tables = load_links(tmp_path, vocabulary())
    assert not list(linksets(tables))
    assert "http://example.org/1" not in {
        getattr(q.object, "value", "") for q in link_quads(tables)
    }
    assert tables[0].table.matches and not tables[0].table.links


@pytest.mark.parametrize("side", ["subject", "object"])
@pytest.mark.parametrize("term", ["NoTermFound", "noTermFound", "NoMapping"])
def test_no_term_found_is_nothing_to_link_to(tmp_path: Path, side: str, term: str) -> None:
    old = "ex:1" if side == "object" else "id:theme/slavery"
    table(tmp_path, ROW.replace(old, f"sssom:{term}") + "\n")
    tables = load_links(tmp_path, vocabulary())
    assert not list(linksets(tables))


@pytest.mark.parametrize(("cardinality", "count"), [("1:0", 0), ("0:1", 0), ("1:1", 1)])
def test_a_row_without_a_second_side_links_nothing(
    tmp_path: Path, cardinality: str, count: int
) -> None:
    head, line = with_column("mapping_cardinality", cardinality)
    table(tmp_path, line, head)
    assert len(load_links(tmp_path, vocabulary())[0].table.links) == count


def test_a_row_and_its_negation_cannot_both_stand(tmp_path: Path) -> None:
    head, line = with_column("predicate_modifier", "Not")
    table(tmp_path, f"{ROW}\t\n{line}", head)
    with pytest.raises(InputError, match="7: expected a link that no other row negates"):
        load_links(tmp_path, vocabulary())


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("predicate_modifier", "Inverse", "7: expected Not, or nothing"),
        ("reviewer_agreement", "yes", "7: expected a number from -1 to 1"),
        ("reviewer_agreement", "1.5", "7: expected a number from -1 to 1"),
    ],
)
def test_what_a_column_cannot_hold_is_refused(
    tmp_path: Path, column: str, value: str, expected: str
) -> None:
    head, line = with_column(column, value)
    table(tmp_path, line, head)
    with pytest.raises(InputError, match=expected):
        load_links(tmp_path, vocabulary())


@pytest.mark.parametrize("number", ["9.0e-1", "9E-1", ".9", "1.", "1", "0", "+0.9", "1e-3"])
def test_a_number_may_be_written_as_xml_schema_has_it(tmp_path: Path, number: str) -> None:
    table(tmp_path, ROW.replace("0.9", number) + "\n")
    (links,) = load_links(tmp_path, vocabulary())
    assert links.table.matches[0].confidence == number


@pytest.mark.parametrize("number", ["-0.1", "1.01", "0,9", "NaN", "INF", "1e", "90%", "٠.٩"])
def test_a_number_beyond_the_range_is_refused(tmp_path: Path, number: str) -> None:
    table(tmp_path, ROW.replace("0.9", number) + "\n")
    with pytest.raises(InputError, match="7: expected a number from 0 to 1"):
        load_links(tmp_path, vocabulary())


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\v", "\f", "\x1c", "\x1e"])
def test_a_row_ends_at_a_line_feed_alone(tmp_path: Path, sign: str) -> None:
    head = HEAD.replace("#license", f"#mapping_set_title: A{sign}B\n#license", 1)
    path = table(tmp_path, ROW.replace("It is.", f"It{sign}is.") + "\r\n" + ROW, head)
    found = load_mapping_set(path)
    assert [match.line for match in found.matches] == [8, 9]
    assert found.matches[0].comment == f"It{sign}is."
    assert found.metadata["mapping_set_title"] == "A B"


@pytest.mark.parametrize(
    "rows",
    [
        [*CELLS[:7], '"It is.'],
        [*CELLS[:4], '"slavery', *CELLS[5:]],
        [CELLS[0], '"slavery', *CELLS[2:]],
        [*CELLS[:7], '"It" is.'],
    ],
)
@pytest.mark.parametrize("closing", ["", '"', 'It is."'])
def test_an_open_quotation_mark_is_named_by_its_line(
    tmp_path: Path, rows: list[str], closing: str
) -> None:
    following = ROW.replace("ex:1", "ex:2").replace("It is.", closing or "It is.")
    path = table(tmp_path, "\n".join(("\t".join(rows), following, ROW.replace("ex:1", "ex:3"))))
    with pytest.raises(InputError, match=":7: expected cells as RFC 4180 has them"):
        load_mapping_set(path)


def test_a_cell_in_quotation_marks_may_hold_marks_tabs_and_lines(tmp_path: Path) -> None:
    cell = '"He said ""yes"",\nand no."'
    path = table(
        tmp_path, ROW.replace("It is.", cell) + "\n" + ROW.replace("\tslavery\tsem", '\t5" s\tsem')
    )
    first, second = load_mapping_set(path).matches
    assert first.comment == 'He said "yes",\nand no.' and (first.line, second.line) == (7, 9)


def test_metadata_may_stand_in_a_file_beside_the_table(tmp_path: Path) -> None:
    lines = HEAD.split("\n")
    outside = "\n".join(line[1:] for line in lines if line.startswith("#")) + "\n"
    for ending in (".yml", ".yaml"):
        path = table(tmp_path, ROW + "\n", lines[-2] + "\n")
        beside = tmp_path / f"test.sssom{ending}"
        beside.write_text("\ufeff" + outside, "utf-8")
        assert load_mapping_set(path).matches[0].object == "http://example.org/1"
        beside.unlink()
    with pytest.raises(InputError, match="or put them into a file beside it"):
        load_mapping_set(path)


def test_a_row_may_leave_out_empty_cells_at_its_end(tmp_path: Path) -> None:
    head, line = with_column("author_id", "")
    table(tmp_path, line.rstrip() + "\n" + ROW.replace("ex:1", "ex:2") + "\t\t\t\n", head)
    assert len(load_links(tmp_path, vocabulary())[0].table.links) == 2


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0", "#license: with an IRI"),
        ("http://example.org/", "example", "#curie_map: with IRIs"),
        ("#  ex: http://example.org/", "#  ex:", "#curie_map: with IRIs"),
        ("#license", "#a: &x [1]\n#b: *x\n#license", "an alias"),
        ("#license", "#a: " + "[" * 300 + "]" * 300 + "\n#license", "levels"),
        ("#license", "#mapping_set_title: {a: b}\n#license", "mapping_set_title: with text"),
        ("object_label", "subject_label", "columns of different names"),
    ],
)
def test_metadata_that_cannot_be_used_are_named(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    table(tmp_path, ROW + "\n", HEAD.replace(old, new, 1))
    with pytest.raises(InputError) as caught:
        load_links(tmp_path, vocabulary())
    assert expected in str(caught.value)


@pytest.mark.parametrize("title", ["", "2024", "2024-01-01", "yes", "[A, B]", "!!binary aGk="])
def test_a_title_is_optional_and_may_look_like_anything(tmp_path: Path, title: str) -> None:
    head = HEAD.replace("#license", f"#mapping_set_title: {title}\n#license", 1)
    table(tmp_path, ROW + "\n", head)
    (links,) = load_links(tmp_path, vocabulary())
    titles = {
        getattr(quad.object, "value", "")
        for quad in link_quads([links])
        if quad.predicate.value.endswith("/terms/title")
    }
    shown = {"": "test", "[A, B]": "A B", "!!binary aGk=": "aGk="}.get(title, title)
    assert titles == {links.title} == {shown}


@pytest.mark.parametrize(
    ("iri", "space"),
    [
        ("https://sws.geonames.org/745044/", "https://sws.geonames.org/"),
        ("http://example.org/scheme#", "http://example.org/"),
        ("http://example.org/v#c1", "http://example.org/v#"),
        ("urn:uuid:6f1c", "urn:uuid:"),
        ("tag:example.org,2026:a", "tag:example.org,2026:"),
        ("https://example.org/", "https://"),
    ],
)
def test_an_iri_is_parted_so_that_a_curie_can_name_it(iri: str, space: str) -> None:
    assert scheme_of(iri) == space


@pytest.mark.parametrize("agreement", ["-1", "-0.99", "0", "0.0"])
def test_a_reviewer_who_does_not_agree_accepts_nothing(
    project: Path, tmp_path: Path, agreement: str
) -> None:
    result = review(
        tmp_path,
        (*row("theme/impunity", "exactMatch", "2", LEXICAL), "t:me", agreement),
        (*row("theme/health", "exactMatch", "3", MANUAL), "t:me", agreement),
        (*row("theme/slavery", "exactMatch", "4", LEXICAL), "t:me", "0.8"),
        (*row("theme/slavery", "closeMatch", "5", LEXICAL), "", ""),
        columns=" ".join([*project_columns(), "reviewer_id", "reviewer_agreement"]),
    )
    assert "1 added" in result.stderr and "3 not accepted" in result.stderr
    assert ("theme/slavery", "exactMatch", "4") in held(project)


def project_columns() -> list[str]:
    return "subject_id predicate_id object_id mapping_justification confidence comment".split()


def test_a_review_keeps_every_column_of_the_table_and_of_the_row(
    project: Path, tmp_path: Path
) -> None:
    path = project / "data" / "mappings" / TABLE
    lines = path.read_text("utf-8").split("\n")
    lines[-3:] = [
        lines[-3] + "\tpredicate_modifier\tauthor_id\tmapping_date",
        lines[-2] + "\tNot\tt:ann\t2026-01-01",
        "",
    ]
    path.write_text("\n".join(lines), "utf-8")
    columns = " ".join([*project_columns(), "see_also", "author_id"])
    cells = (*row("theme/impunity", "exactMatch", "2"), "http://example.org/why", "t:bob|t:eve")
    assert review(tmp_path, cells, columns=columns).exit_code == 0
    first, second = load_mapping_set(path).matches
    assert dict(first.others) == {
        "predicate_modifier": "Not", "author_id": "t:ann", "mapping_date": "2026-01-01",
    }  # fmt: skip
    assert dict(second.others) == {"see_also": "http://example.org/why", "author_id": "t:bob|t:eve"}
    assert first.modifier == "Not" and not first.links


def test_what_a_curated_row_denies_is_not_accepted_and_not_proposed(
    project: Path, tmp_path: Path
) -> None:
    path = project / "data" / "mappings" / TABLE
    lines = path.read_text("utf-8").rstrip("\n").split("\n")
    path.write_text(
        "\n".join([*lines[:-2], lines[-2] + "\tpredicate_modifier", lines[-1] + "\tNot"])
    )
    result = review(tmp_path, row("theme/corruption", "exactMatch", "1"))
    assert result.exit_code == 2 and "no contradiction to" in result.stderr
    ours = our_side(Project(project))
    assert not ours.curated and len(ours.denied) == 1


def test_a_row_without_a_comment_is_given_the_reason_that_a_person_judged(
    project: Path, tmp_path: Path
) -> None:
    cells = (*row("theme/impunity", "exactMatch", "2")[:-1], "")
    assert review(tmp_path, cells).exit_code == 0
    added = load_mapping_set(project / "data" / "mappings" / TABLE).matches[-1]
    assert added.comment.startswith("A person judged that")


@pytest.mark.parametrize("space", ["urn:uuid:", "https://sws.geonames.org/", "tag:e.org,2026:"])
def test_a_table_that_is_begun_can_be_read_again(project: Path, tmp_path: Path, space: str) -> None:
    path = tmp_path / "begun.sssom.tsv"
    line = ROW.replace("ex:1", "ex:745044/")
    path.write_text(HEAD.replace("http://example.org/", f"'{space}'") + line + "\n", "utf-8")
    assert accept(path, Project(project), "places").added == {"places.sssom.tsv": 1}
    written = project / "data" / "mappings" / "places.sssom.tsv"
    assert load_mapping_set(written).matches[0].object == f"{space}745044/"
