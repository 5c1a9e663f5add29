"""Documents are made once, in one process or several, and made anew when what they need changes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from publishing import small
from publishing.ending import ended

from gcm_kg.extraction.attributions import Attributions
from gcm_kg.project import FILES, Project, this_project
from gcm_kg.publishing import record, workers
from gcm_kg.publishing.cache import Cache, Entry
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.publishing.documents import Documents
from gcm_kg.publishing.entries import EntryMaker
from gcm_kg.publishing.inputs import Inputs
from gcm_kg.publishing.record import Told, remember, remembered
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.reading.documents import read_as
from gcm_kg.reading.sources import profiles_of

TEXT = "I. Harbours\n\na. Cranes\n\n- Train the crane drivers of harbour {}.\n"


def add_source(project: Project, stem: str, text: str) -> None:
    (project.sources / f"{stem}.txt").write_text(text, "utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    lines = f'title = "{stem}"\nlanguage = "en"\nsha256 = "{digest}"\nkey = "{stem}"\n'
    (project.sources / f"{stem}.toml").write_text(lines, "utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = small.small(tmp_path_factory.mktemp("project") / "small")
    for file in made.sources.iterdir():
        file.unlink()
    for stem in "abcde":
        add_source(made, stem, TEXT.format(stem))
    return made


@pytest.fixture(scope="module")
def maker(project: Project) -> EntryMaker:
    return EntryMaker(Corpus(project), None)


class Counting:
    """Makes entries as a maker does, and counts them."""

    def __init__(self, maker: EntryMaker) -> None:
        self.maker, self.files = maker, list[str]()

    def made(self, file: Path) -> Entry:
        self.files.append(file.stem)
        return self.maker.made(file)

    def validated(self, entry: Entry) -> Entry:
        return self.maker.validated(entry)


def keys(entries: Iterator[Entry]) -> list[str]:
    return [entry.told["key"] for entry in entries]


def read(project: Project, maker: Any, cache: Path, **options: Any) -> list[str]:
    return keys(Documents(project, None, Cache(cache), **options).entries(maker))


def test_a_document_is_made_once_and_anew_when_its_text_changes(
    project: Project, maker: EntryMaker, tmp_path: Path
) -> None:
    counting = Counting(maker)
    assert read(project, counting, tmp_path) == [*"abcde"]
    assert counting.files == [*"abcde"]
    add_source(project, "c", TEXT.format("changed"))
    assert read(project, counting, tmp_path) == [*"abcde"]
    assert counting.files[5:] == ["c"]


def test_a_damaged_entry_is_made_anew(project: Project, maker: EntryMaker, tmp_path: Path) -> None:
    read(project, maker, tmp_path)
    next(tmp_path.iterdir()).write_bytes(b"damaged")
    counting = Counting(maker)
    assert read(project, counting, tmp_path) == [*"abcde"]
    assert len(counting.files) == 1


def test_the_digest_of_a_document_is_that_of_all_that_it_is_made_from(project: Project) -> None:
    file = project.sources / "a.toml"
    before = Inputs(project, None).of_document(file)
    assert Inputs(project, None).of_document(file) == before
    assert Inputs(project, "rust").of_document(file) != before
    theme = project.vocabulary / "new.ttl"
    theme.write_text("", "utf-8")
    assert Inputs(project, None).of_document(file) != before
    theme.unlink()
    judged = project.annotations / "a"
    judged.mkdir(parents=True)
    (judged / "statements.tsv").write_text("", "utf-8")
    assert Inputs(project, None).of_document(file) != before
    (judged / "statements.tsv").unlink()
    assert Inputs(project, None).of_document(file) == before


@pytest.mark.slow
def test_several_processes_make_the_same(
    project: Project, maker: EntryMaker, tmp_path: Path
) -> None:
    one, two = Cache(tmp_path / "one"), Cache(tmp_path / "two")
    alone = [entry.packed for entry in Documents(project, None, one).entries(maker)]
    several = Documents(project, None, two, jobs=2).entries(maker)
    assert [entry.packed for entry in several] == alone


@pytest.mark.slow
def test_a_document_on_which_processes_end_is_left_out_and_the_others_are_made(
    project: Project, tmp_path: Path
) -> None:
    tasks: Sequence[workers.Task] = [(project.sources / f"{s}.toml", s) for s in "abcde"]
    cache = Cache(tmp_path)
    with workers.Workers(project, None, cache, 2, make=ended) as pool:
        errors = list(pool.made(tasks))
    assert [error is None for error in errors] == [True, False, True, True, True]
    assert "a process that ended" in str(errors[1])
    assert [entry and entry.told["key"] for entry in map(cache.get, "abcde")] == [
        *("a", None, "c", "d", "e")
    ]


def test_what_a_build_told_is_remembered_until_a_published_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = pretended(tmp_path, monkeypatch)
    told = Told(3, "abc", [])
    remember(project, "key", told)
    assert remembered(project, "key") == told
    assert remembered(project, "another") is None
    (project.graph / FILES[0]).write_text("y")
    assert remembered(project, "key") is None


def pretended(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project whose published files are something, and whose store is said to be whole."""
    monkeypatch.setattr("gcm_kg.store.directory.holds", lambda *_, **__: True)
    project = Project(folder)
    for place in (project.graph, project.context.parent):
        place.mkdir(parents=True)
    for path in (*(project.graph / name for name in FILES), project.context):
        path.write_text("x")
    return project


@pytest.mark.parametrize(("most", "read"), [(1 << 30, True), (0, False)])
def test_published_files_are_read_again_unless_they_are_large_and_seem_to_be_those(
    most: int, read: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, told = pretended(tmp_path, monkeypatch), Told(3, "abc", [])
    monkeypatch.setattr(record, "MOST_READ", most)
    remember(project, "key", told)
    file = project.graph / FILES[0]
    state = file.stat()
    file.write_text("y")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert (remembered(project, "key") is None) is read
    os.utime(file, (0, 0))
    assert remembered(project, "key") is None
    file.write_text("x")
    assert remembered(project, "key") == told


def test_the_files_of_a_document_are_those_whose_names_begin_with_its_own(tmp_path: Path) -> None:
    for name in ("a.toml", "a.b.toml", "ab.toml", "a.txt", "a.b.places.tsv"):
        (tmp_path / name).write_text(name)
    found = {}
    for stem in ("a", "a.b", "ab"):
        found[stem] = Inputs(this_project(), None).of_document(tmp_path / f"{stem}.toml")
    for changed, theirs in (("a.txt", "a"), ("a.b.places.tsv", "a a.b"), ("ab.toml", "ab")):
        (tmp_path / changed).write_text("other")
        for stem, before in found.items():
            now = Inputs(this_project(), None).of_document(tmp_path / f"{stem}.toml")
            assert (now != before) == (stem in theirs.split()), (changed, stem)
            found[stem] = now


def test_names_in_other_languages_are_read_where_a_worker_has_let_go_of_the_vocabulary() -> None:
    corpus = Corpus(this_project())
    corpus.let_go()
    text = "Committee against Torture\n\nObservaciones finales sobre el informe de México\n\n"
    text += "1. El Comité recomienda al Estado parte que:\n\na) Ponga fin a la detención.\n"
    document = read_as(text, profiles_of(this_project())).document
    fresh = replace(corpus.vocabulary, _prepared={})
    said = {statement.entity for statement in Attributions(fresh).read(document)}
    assert BASE + "actor/mx" in said
