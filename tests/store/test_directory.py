"""The store on disk: whole or not there, whatever is killed, damaged or done at once."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from publishing import small
from pyoxigraph import Store

import gcm_kg
from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import FILES, Project
from gcm_kg.publishing.build import Built, building
from gcm_kg.publishing.record import Told
from gcm_kg.store import directory as store
from gcm_kg.store import manifest
from gcm_kg.store.graph import INDEX
from gcm_kg.store.making import Making
from gcm_kg.store.unfinished import YOUNG
from gcm_kg.store.unfinished import alone as turn_of

pytestmark = pytest.mark.slow

VARIABLE = "GCM_KG_PROJECT"
NEW_NAME = "a name that was not there before"
NEW = f"""
<https://w3id.org/gcm-kg/id/instrument/untoc>
    <http://www.w3.org/2004/02/skos/core#altLabel> "{NEW_NAME}"@en .
"""
IS_NEW = f'ASK {{ ?thing skos:altLabel "{NEW_NAME}"@en }}'
WHOLE_BUILD = """
import os, signal, sys
from gcm_kg.publishing import build, placing
from gcm_kg.store import fulltext as search
from gcm_kg.store import directory as store
from gcm_kg.store.graph import INDEX
from gcm_kg.project import this_project

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def die_at(module, name, number):
    real, calls = getattr(module, name), []
    def call(*arguments):
        calls.append(arguments)
        return die() if len(calls) == number else real(*arguments)
    setattr(module, name, call)

def die_behind(module, name):
    real = getattr(module, name)
    setattr(module, name, lambda *arguments: (real(*arguments), die()))

exec(sys.argv[1])
with build.building(this_project(), None, keep=True) as built:
    built.put_in_place()
"""
"""A build in which something is killed; the argument says what."""
ANSWERS = f"""
import sys, pathlib, time, gcm_kg
print("ready", flush=True)
seen = 0
while not pathlib.Path(sys.argv[1]).exists() or not seen:
    known = gcm_kg.open()
    rows = known.ask("recommendations-per-section")
    assert sum(row["recommendations"] for row in rows) == {small.RECOMMENDATIONS}
    assert [hit.identifier for hit in known.search("{small.WORDS}")] == ["{small.PLACE}"]
    seen += 1
    time.sleep(0.02)
"""
"""Asks over and over again, until a file is there; the builds need processors, too."""


@contextmanager
def alone(folder: Path) -> Iterator[Project]:
    """Makes a folder the project of this process and of those that it starts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(folder))
        yield Project(folder)


@pytest.fixture(scope="module")
def checked_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project without a store."""
    return small.published(tmp_path_factory.mktemp("projects") / "checked-out").root


@pytest.fixture(scope="module")
def made(checked_out: Path) -> Path:
    """A project whose store has been made."""
    folder = shutil.copytree(checked_out, checked_out.parent / "made")
    with alone(folder):
        gcm_kg.open()
    return folder


@pytest.fixture(scope="module")
def newer(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published files of the same project with one more name."""
    folder = shutil.copytree(made, tmp_path_factory.mktemp("newer") / "project")
    add_name(folder)
    with building(Project(folder), None, keep=False) as built:
        return Path(shutil.copytree(built.folder, folder / "drafted"))


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Iterator[Project]:
    """A copy of the project with its store, for a test to break."""
    with alone(shutil.copytree(made, tmp_path / "project")) as project:
        yield project


@pytest.fixture
def fresh(checked_out: Path, tmp_path: Path) -> Iterator[Project]:
    """A project without a store, as it is checked out."""
    with alone(shutil.copytree(checked_out, tmp_path / "fresh")) as project:
        yield project


def add_name(folder: Path) -> None:
    path = folder / "data" / "vocabulary" / "instruments.ttl"
    path.write_text(path.read_text("utf-8") + NEW, "utf-8")


def replace(project: Project, folder: Path) -> None:
    """Puts published files in place as a build does at its end."""
    made = store.make(folder, store.stores(project))
    Built(project, folder, [], Told(0, "", []), made, []).put_in_place()


def names_in(project: Project) -> set[str]:
    others = {"documents", "built.json"}
    return {path.name for path in store.stores(project).iterdir()} - others


def assert_answers(known: KnowledgeGraph) -> None:
    assert len(known.store) > small.LEAST
    rows = known.ask("recommendations-per-section")
    assert sum(int(row["recommendations"] or 0) for row in rows) == small.RECOMMENDATIONS
    assert [hit.identifier for hit in known.search(small.WORDS)] == [small.PLACE]


def run(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def test_the_store_is_made_when_a_fresh_checkout_is_first_asked(fresh: Project) -> None:
    assert not store.stores(fresh).exists()
    assert_answers(gcm_kg.open())
    assert names_in(fresh) == {store.current(fresh).name}


def test_a_store_that_is_there_is_opened_and_not_made_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(store, "make")
    assert_answers(gcm_kg.open())


def test_files_that_were_updated_by_hand_make_a_new_store(project: Project, newer: Path) -> None:
    before = store.current(project)
    assert gcm_kg.open().sparql(IS_NEW).boolean is False
    for name in FILES:
        shutil.copyfile(newer / name, project.graph / name)
    assert gcm_kg.open().sparql(IS_NEW).boolean is True
    assert names_in(project) == {before.name, store.current(project).name}


@pytest.mark.parametrize(
    ("stage", "new"),
    [
        ("search.index = die", False),  # the triples are stored, the words not indexed
        ("die_at(placing, '_put', 4)", False),  # in the midst of the files
        ("die_at(placing, '_exchanged', 1)", False),
        ("die_behind(placing, '_exchanged')", True),
    ],
)
def test_a_build_that_is_killed_leaves_a_graph_that_answers(
    project: Project, newer: Path, stage: str, new: bool
) -> None:
    before = {path: path.read_bytes() for path in project.graph.iterdir()}
    add_name(project.root)
    read = store.stores(Project(newer.parent)) / "documents"
    shutil.copytree(read, store.stores(project) / "documents")  # which takes most of a build
    process = run(WHOLE_BUILD, stage)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    known = gcm_kg.open()
    assert_answers(known)
    assert known.sparql(IS_NEW).boolean is new
    if not new:
        assert {path: path.read_bytes() for path in project.graph.iterdir()} == before
    if stage.startswith("die_behind"):
        for left in project.graph.parent.glob(".graph-*"):
            os.utime(left, (0, 0))
        with building(project, None, keep=True) as built:
            built.put_in_place()
        assert not list(project.graph.parent.glob(".graph-*"))


def test_a_build_that_fails_at_its_end_leaves_nothing_behind(project: Project) -> None:
    before = names_in(project)
    with pytest.raises(ZeroDivisionError), building(project, None, keep=True):
        raise ZeroDivisionError
    assert names_in(project) == before


def test_a_build_of_the_graph_that_is_there_makes_no_store_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.current(project)
    monkeypatch.setattr(Making, "finish", None)
    with building(project, None, keep=True) as built:
        built.put_in_place()
    assert store.current(project) == before
    cut(before / store.GRAPH)
    with pytest.raises(TypeError), building(project, None, keep=True):
        pytest.fail("a damaged one is made again")


def test_a_store_that_cannot_be_made_whole_is_not_left(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = names_in(project)
    (project.graph / "questions.ttl").write_text("<broken", "utf-8")
    with pytest.raises(InputError, match=r"questions\.ttl:1: expected Turtle"):
        gcm_kg.open()
    assert names_in(project) == before


def test_what_killed_processes_have_left_is_removed_at_once(project: Project, newer: Path) -> None:
    place = store.stores(project)
    for name, age in (("left", YOUNG + 1), ("held", YOUNG + 1), ("young", -900)):
        folder = place / f"{store.UNFINISHED}{name}"
        folder.mkdir()
        now = time.time()
        os.utime(folder, (now - age, now - age))
    (place / "notes").mkdir()
    code = "import sys, pathlib; from gcm_kg.store.unfinished import _locked\n"
    code += "kept = _locked(pathlib.Path(sys.argv[1])); print('held', flush=True); input()"
    holder = run(code, str(place / f"{store.UNFINISHED}held"))
    assert holder.stdout and holder.stdout.readline() == "held\n"
    replace(project, newer)
    assert f"{store.UNFINISHED}left" not in names_in(project)
    assert {f"{store.UNFINISHED}{n}" for n in ("held", "young")} | {"notes"} < names_in(project)
    holder.communicate("\n")


def test_one_build_goes_on_at_a_time(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gcm_kg.store.unfinished.PATIENCE", 0.2)
    with turn_of(project.graph.parent, "build"):
        with (
            pytest.raises(InputError, match="one build at a time"),
            building(project, None, keep=True),
        ):
            pytest.fail("another one is going on")
        with turn_of(project.root, "build"):
            pass


def test_the_current_store_and_the_one_before_are_kept(project: Project, newer: Path) -> None:
    before = store.current(project).name
    for digit in "01":
        (store.stores(project) / (digit * 16)).mkdir()
        os.utime(store.stores(project) / (digit * 16), (0, int(digit)))
    replace(project, newer)
    assert names_in(project) == {before, store.current(project).name}


def test_readers_are_answered_while_builds_replace_the_graph(
    project: Project, newer: Path, tmp_path: Path
) -> None:
    older = Path(shutil.copytree(project.graph, tmp_path / "older"))
    for folder in (older, newer):
        shutil.copyfile(project.context, folder / "context.jsonld")
    end = tmp_path / "end"
    readers = [run(ANSWERS, str(end)) for _ in range(2)]
    for reader in readers:
        assert reader.stdout and reader.stdout.readline() == "ready\n"
    for folder in (newer, older, newer):
        replace(project, folder)
    end.touch()
    for reader in readers:
        _, errors = reader.communicate(timeout=60)
        assert reader.returncode == 0, errors
    assert gcm_kg.open().sparql(IS_NEW).boolean is True


def test_a_reader_still_sees_its_graph_when_that_has_been_removed(
    project: Project, newer: Path
) -> None:
    reader = gcm_kg.open()
    replace(project, newer)
    shutil.rmtree(reader.data.directory or Path())
    assert reader.sparql(IS_NEW).boolean is False
    assert_answers(reader)


def test_two_processes_can_make_the_store_at_once(fresh: Project) -> None:
    code = """
import gcm_kg
from gcm_kg.store import fulltext as search
real = search.index
def index(*arguments):
    print("ready", flush=True)
    input()
    real(*arguments)
search.index = index
print(gcm_kg.open().ask("recommendations-per-section")[0]["identifier"])
"""
    both = [run(code) for _ in range(2)]
    for process in both:  # both are in the middle of it
        assert process.stdout and process.stdout.readline() == "ready\n"
    for process in both:
        output, errors = process.communicate("\n", timeout=60)
        assert (process.returncode, output) == (0, "III.a\n"), errors
    assert names_in(fresh) == {store.current(fresh).name}


def remove(graph: Path) -> None:
    shutil.rmtree(graph)


def cut(graph: Path) -> None:
    for path in graph.glob("*.sst"):
        os.truncate(path, path.stat().st_size // 2)


def spoil(graph: Path) -> None:
    for path in graph.glob("MANIFEST-*"):
        path.write_bytes(b"garbage" * 100)


def lose_one(graph: Path) -> None:
    next(graph.glob("*.sst")).unlink()


def lose_words(graph: Path) -> None:
    (graph.parent / INDEX).unlink()


def empty_words(graph: Path) -> None:
    with closing(sqlite3.connect(graph.parent / INDEX)) as database:
        database.execute("DELETE FROM parts")
        database.commit()


def flip(graph: Path) -> None:
    """Changes a block in the midst of the largest file."""
    path = max(graph.glob("*.sst"), key=lambda path: path.stat().st_size)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 3)
        block = file.read(200)
        file.seek(-200, os.SEEK_CUR)
        file.write(bytes(byte ^ 0x55 for byte in block))


DAMAGES = [*(remove, cut, spoil, lose_one, lose_words, empty_words, flip)]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_store_is_made_anew_from_the_published_files(
    project: Project, damage: Callable[[Path], None]
) -> None:
    place = store.current(project)
    damage(place / store.GRAPH)
    known = gcm_kg.open()
    assert_answers(known)
    assert known.data.directory == place
    assert names_in(project) == {place.name}


def test_a_build_replaces_a_damaged_store_of_the_same_graph(project: Project) -> None:
    place = store.current(project)
    cut(place / store.GRAPH)
    made = store.make(project.graph, place.parent)
    store.put_in_place(made, place)
    assert len(Store.read_only(str(place / store.GRAPH))) > small.LEAST


@pytest.mark.parametrize("damage", [flip, empty_words])
def test_damage_of_a_store_that_is_named_is_said_in_one_line(
    project: Project, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    place = Path(shutil.copytree(store.current(project), tmp_path / "copy"))
    assert_answers(gcm_kg.open(place))  # the times of its files are others
    damage(place / store.GRAPH)
    with pytest.raises(InputError, match="expected a store that is whole, found that") as error:
        gcm_kg.open(place)
    assert "\n" not in str(error.value)


def test_a_build_makes_a_damaged_store_anew_whose_files_have_the_old_times(
    project: Project,
) -> None:
    place = store.current(project)
    path = max((place / store.GRAPH).glob("*.sst"), key=lambda path: path.stat().st_size)
    before = path.stat()
    flip(place / store.GRAPH)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    with building(project, None, keep=True) as built:
        built.put_in_place()
    assert not manifest.damage(place, thorough=True)
    assert_answers(gcm_kg.open())


def test_a_store_that_another_process_has_open_for_writing_can_be_read(project: Project) -> None:
    opening = "import sys, pyoxigraph; s = pyoxigraph.Store(sys.argv[1])"
    code = f"{opening}; print('open', flush=True); input()"
    writer = run(code, str(store.current(project) / store.GRAPH))
    assert writer.stdout and writer.stdout.readline() == "open\n"
    assert_answers(gcm_kg.open())
    writer.communicate("\n")
    assert writer.returncode == 0


def test_where_nothing_can_be_written_the_graph_is_held_in_memory(fresh: Project) -> None:
    store.stores(fresh).write_text("a file in the way", "utf-8")
    known = gcm_kg.open()
    assert known.data.directory is None
    assert_answers(known)


def test_a_store_may_be_read_by_whoever_may_read_the_folder(project: Project) -> None:
    assert store.current(project).stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("name", ["gcm-kg.trig", "void.ttl", "questions.ttl"])
def test_a_published_file_that_is_missing_is_said_in_one_line(fresh: Project, name: str) -> None:
    (fresh.graph / name).unlink()
    with pytest.raises(InputError, match=rf"{name}: .* run gcm-kg build"):
        gcm_kg.open()


def test_a_graph_that_was_cut_between_two_statements_is_refused(fresh: Project) -> None:
    path = fresh.graph / "gcm-kg.trig"
    text = path.read_text("utf-8")
    path.write_text(text[: text.rindex("\n}")] + "\n}\n", "utf-8")
    lines = path.read_text("utf-8").split("\n")
    path.write_text("\n".join([*lines[:-4], lines[-2], ""]), "utf-8")
    with pytest.raises(InputError, match="the file that void.ttl describes.*run gcm-kg build"):
        gcm_kg.open()
    assert names_in(fresh) == set()


def test_an_installed_package_keeps_its_store_in_the_folder_of_the_user(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path))
        folder = store.stores(Project(Path("package"), bundled=True))
    assert tmp_path in folder.parents
