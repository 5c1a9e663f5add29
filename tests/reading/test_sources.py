"""Sources are read with what is known of them; what does not fit is refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from gcm_kg.errors import InputError
from gcm_kg.project import Project, this_project
from gcm_kg.reading.joining import load_sources
from gcm_kg.reading.sources import OPTIONAL, REQUIRED, SOURCE_KEYS

TEXT = "Title\n\nI. Start\n\nA word.\n\nII. Areas\n\na. Sea\n\n- Rescue\n"
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()
VALUES = {
    "path": '"akn/un/doc/2031/sea/eng"',
    "title": '"A title"',
    "language": '"en"',
    "sha256": f'"{DIGEST}"',
    "rights": '"nobody"',
    "session": '"event/sea"',
    "dates": '{ summary = "2031-03-03" }',
    "reported": '{ "event/sea" = "II.a" }',
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.sources.mkdir(parents=True)
    return project


def save(project: Project, stem: str = "sea", text: str = TEXT, **changes: str) -> Path:
    """Writes a source and its metadata; a value that is empty leaves the key out."""
    values = {key: value for key, value in (VALUES | changes).items() if value}
    path = project.sources / f"{stem}.toml"
    path.write_text("".join(f"{key} = {value}\n" for key, value in values.items()), "utf-8")
    path.with_suffix(".txt").write_bytes(text.encode())
    return path


def refusal(project: Project) -> str:
    with pytest.raises(InputError) as caught:
        list(load_sources(project))
    message = str(caught.value)
    assert message.splitlines() == [message]
    return message.removeprefix(f"{project.root}/")


# --- what is read


def test_a_key_is_declared_or_the_end_of_the_path(project: Project) -> None:
    save(project)
    save(project, "lake", path='"akn/un/doc/2032/lake_side/eng"')
    save(project, "river", path='"akn/un/doc/2032/river/eng"', key='"r1"')
    assert [source.key for source in load_sources(project)] == ["lake-side", "r1", "sea"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ('"Sea"', "expected a key that no other source has, found “Sea”, which is that of lake"),
        ('"gcm"', "no prefix such as gcm, found “gcm”"),
        ('"a:b"', "expected key = letters, digits and hyphens"),
        ("5", "expected key = a text in quotes, found “5”"),
    ],
)
def test_a_key_that_tells_nothing_apart_is_refused(
    project: Project, key: str, expected: str
) -> None:
    save(project, "lake", path='"akn/un/doc/2032/sea/eng"')
    save(project, "sea", key=key)
    assert expected in refusal(project)


def test_a_source_is_read_with_what_is_known_of_it(project: Project) -> None:
    save(project)
    (source,) = load_sources(project)
    assert (source.stem, source.path, source.sha256) == ("sea", "akn/un/doc/2031/sea/eng", DIGEST)
    assert (source.title, source.language, source.rights) == ("A title", "en", "nobody")
    assert (source.session, source.dates) == ("event/sea", {"summary": "2031-03-03"})
    assert source.reported == {"event/sea": "II.a"}
    assert source.document.text == TEXT


def test_sources_are_read_in_the_order_of_their_names(project: Project) -> None:
    save(project, "b", path='"b"')
    save(project, "a", path='"a"')
    assert [source.stem for source in load_sources(project)] == ["a", "b"]


def test_the_digest_is_that_of_the_bytes_with_their_line_ends(project: Project) -> None:
    text = TEXT.replace("\n", "\r\n")
    digest = hashlib.sha256(text.encode()).hexdigest()
    save(project, text=text, sha256=f'"{digest}"')
    assert next(load_sources(project)).document.text == text


def test_judgements_about_a_source_are_no_stray(project: Project) -> None:
    save(project)
    (project.annotations / "sea").mkdir(parents=True)
    (project.annotations / "sea" / "mentions.tsv").touch()
    (project.annotations / "notes").mkdir()
    (project.annotations / "README.md").touch()
    assert len(list(load_sources(project))) == 1


def test_the_project_of_the_running_code_has_its_source() -> None:
    (source,) = load_sources(this_project())
    assert source.stem == "gcm-thematic-session-5-summary"
    assert source.dates == {"letter-1": "2017-10-09", "letter-2": "2017-10-05"}
    assert len(list(source.document.recommendations())) == 87


def test_every_folder_and_file_of_the_project_is_where_it_is_said_to_be() -> None:
    project = this_project()
    assert project.ontology.is_file() and project.shapes.is_file()
    folders = (project.sources, project.vocabulary, project.annotations, project.graph)
    assert all(folder.is_dir() for folder in (*folders, project.queries))


def test_title_language_and_digest_are_all_that_has_to_be_known(project: Project) -> None:
    save(project, "Report of the Sea & Sky", **dict.fromkeys(OPTIONAL.keys() & VALUES.keys(), ""))
    (source,) = load_sources(project)
    assert source.path == "akn/un/doc/Report-of-the-Sea-Sky/eng"
    assert (source.session, source.rights, source.dates, source.reported) == ("", "", {}, {})


def test_of_a_date_the_month_alone_may_be_known(project: Project) -> None:
    save(project, date='"2031-04"', dates="{}")
    (source,) = load_sources(project)
    assert source.dates == {"document": "2031-04"}


def test_a_date_is_that_of_the_document_unless_its_dates_say_another(project: Project) -> None:
    save(project, date='"2031-04-04"', symbol='"A/99/1"')
    (source,) = load_sources(project)
    assert source.dates == {"document": "2031-04-04", "summary": "2031-03-03"}
    assert source.symbol == "A/99/1"


def test_the_file_that_a_text_was_made_of_is_known(project: Project) -> None:
    original = '{ name = "sea.pdf", media_type = "application/pdf", sha256 = "12ab" }'
    path = save(project, original=original)
    places = path.with_suffix(".places.tsv")
    places.write_text("start\tend\tfragment\n0\t5\tpage=1&viewrect=1.0,2.0,3.0,4.0\n")
    (source,) = load_sources(project)
    assert source.original is not None
    assert source.original.name == "sea.pdf"
    assert source.original.fragments(2, 4) == ["page=1&viewrect=1.0,2.0,3.0,4.0"]
    places.write_text("start\tend\tfragment\n0\t5000\tpage=1\n")
    assert ".places.tsv:2: expected places in the order of the text" in refusal(project)
    places.write_text("start\tend\tfragment\n0\t5\tline=1\n")
    assert ".places.tsv:2: expected start, end, and page=… or cell=…" in refusal(project)


# --- what is refused


def test_a_folder_without_sources_is_refused(project: Project) -> None:
    assert refusal(project).startswith("data/source: expected metadata files (.toml), found none")


@pytest.mark.parametrize("key", REQUIRED)
def test_a_missing_key_is_refused(project: Project, key: str) -> None:
    save(project, **{key: ""})
    expected = f"data/source/sea.toml: expected {key} = a text in quotes, found none"
    expected += "; add or correct it"
    assert refusal(project) == expected


@pytest.mark.parametrize("key", SOURCE_KEYS)
def test_a_value_of_another_type_is_refused(project: Project, key: str) -> None:
    save(project, **{key: "2031"})
    assert f"expected {key} = " in (message := refusal(project))
    assert "found “2031”" in message


def test_the_kind_says_what_reads_the_text(project: Project) -> None:
    save(project, kind='"consultation-summary"')
    assert next(load_sources(project)).kind == "consultation-summary"
    save(project, kind='"resolution"', dates="{}")
    assert next(load_sources(project)).kind == "resolution"
    save(project, kind='"poem"')
    message = refusal(project)
    assert "expected kind = one of general, " in message and "resolution" in message
    assert "found “poem”; correct it, or leave it out" in message


def test_a_profile_of_the_project_is_a_kind_of_its_own(project: Project) -> None:
    project.profiles.mkdir()
    (project.profiles / "poem.toml").write_text('title = "a poem"\nbulleted = true\n', "utf-8")
    save(project, kind='"poem"', dates="{}")
    (source,) = load_sources(project)
    assert source.kind == "poem"
    assert [p.identifier for p in source.document.recommendations()] == ["II.a.1"]


def test_unknown_keys_are_refused(project: Project) -> None:
    save(project, zeta="1", eta="2")
    expected = "data/source/sea.toml: expected known keys, found eta, zeta; remove them"
    assert refusal(project) == expected


def test_metadata_that_is_not_toml_is_refused_with_its_line(project: Project) -> None:
    save(project, rights="nobody")
    assert refusal(project).startswith("data/source/sea.toml:5: expected TOML, found Invalid value")


def test_a_key_given_twice_is_refused_with_its_line(project: Project) -> None:
    path = save(project)
    path.write_text(path.read_text("utf-8") + 'title = "again"\n', "utf-8")
    assert refusal(project).startswith("data/source/sea.toml:9: expected TOML")


def test_a_text_that_was_changed_is_refused(project: Project) -> None:
    save(project, text=TEXT + "\n")
    message = refusal(project)
    assert message.startswith("data/source/sea.txt: expected the SHA-256 in sea.toml, found ")
    assert DIGEST[:12] not in message
    assert hashlib.sha256(f"{TEXT}\n".encode()).hexdigest() in message


def test_metadata_without_a_text_is_refused(project: Project) -> None:
    save(project).with_suffix(".txt").unlink()
    assert refusal(project).startswith("data/source/sea.txt: expected a text file, found none")


def test_a_text_of_no_known_kind_is_read_with_a_warning(project: Project) -> None:
    text = "word\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    save(project, text=text, sha256=f'"{digest}"', dates="{}", reported="{}")
    (source,) = load_sources(project)
    assert (source.kind, source.promised) == ("general", 0)
    assert [part.kind for part in source.document.parts] == ["Document", "Paragraph"]
    assert source.warnings[0].startswith("no recommendation was recognised")


def test_an_empty_text_is_refused(project: Project) -> None:
    digest = hashlib.sha256(b" \n").hexdigest()
    save(project, text=" \n", sha256=f'"{digest}"')
    assert refusal(project).startswith("data/source/sea.txt:1: expected a text, found nothing")


def test_a_pdf_with_the_name_of_a_text_is_told_the_command_that_takes_it_in(
    project: Project,
) -> None:
    path = save(project)
    path.with_suffix(".txt").write_bytes(b"%PDF-1.7\n%\xb5\xb5\n")
    message = refusal(project)
    assert message == (
        "data/source/sea.txt: expected UTF-8 text, found a PDF; take it in with gcm-kg add"
    )


@pytest.mark.parametrize(
    "changes",
    [{"dates": '{ letter-1 = "2031-03-03" }'}, {"reported": '{ "event/sea" = "letter-1" }'}],
)
def test_an_identifier_of_no_part_is_refused(project: Project, changes: dict[str, str]) -> None:
    save(project, **changes)
    message = refusal(project)
    assert message.startswith(
        "data/source/sea.toml: expected identifiers of parts, found “letter-1”"
    )


@pytest.mark.parametrize(
    "day", ['"2031-02-30"', '"2031-13"', '"3 March"', '"20310303"', "2031-03-03", "[1]"]
)
def test_a_date_that_is_none_is_refused(project: Project, day: str) -> None:
    save(project, dates=f"{{ summary = {day} }}")
    message = refusal(project)
    assert message.startswith(
        "data/source/sea.toml: expected a date such as “2017-10-09”, or a month, in quotes"
    )
    assert message.endswith("; correct dates.summary")


@pytest.mark.parametrize(
    "changes",
    [
        {"path": '"a b"'},
        {"path": '"/a"'},
        {"path": '"a/"'},
        {"path": '"a#b"'},
        {"session": '"<a>"'},
        {"reported": '{ "a b" = "II.a" }'},
    ],
)
def test_a_value_that_cannot_end_an_iri_is_refused(
    project: Project, changes: dict[str, str]
) -> None:
    save(project, **changes)
    assert refusal(project).startswith("data/source/sea.toml: expected the end of an IRI, found “")


def test_a_reported_part_that_is_no_text_is_refused(project: Project) -> None:
    save(project, reported='{ "event/sea" = ["II.a"] }')
    message = refusal(project)
    assert "expected the identifier of a part" in message
    assert message.endswith("; correct reported.event/sea")


def test_two_sources_with_one_path_are_refused_at_the_second(project: Project) -> None:
    save(project, "a")
    save(project, "b")
    message = refusal(project)
    assert message.startswith("data/source/b.toml: expected a path that no other source has")
    assert "which a.toml has" in message


def test_judgements_about_no_source_are_refused(project: Project) -> None:
    save(project)
    (project.annotations / "see").mkdir(parents=True)
    (project.annotations / "see" / "mentions.tsv").touch()
    message = refusal(project)
    assert message.startswith(
        "data/annotations/see: expected a source of the same name, found none"
    )
