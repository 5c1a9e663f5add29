"""What all pages share is kept beside the store: made by a build, and found out where it is not of
this store."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from publishing.small import RECOMMENDATIONS, STEM, small
from store.test_renewing import several, write

from gcm_kg.project import Project, this_project
from gcm_kg.publishing.build import building
from gcm_kg.serving import keeping, kept, served
from gcm_kg.serving.keeping import keep
from gcm_kg.serving.kept import CODERS, read
from gcm_kg.serving.served import Served
from gcm_kg.serving.states import KEPT, state
from gcm_kg.store.directory import current
from gcm_kg.views.facets import FacetIndex

QUESTIONS = ("statements-by-maker", "unresolved-mentions", "judgements")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, served: Served) -> Path:
    """A copy of the store of the built graph, with what is kept of it."""
    copied = tmp_path_factory.mktemp("kept") / "store"
    shutil.copytree(served.folder, copied)
    (copied / KEPT).unlink(missing_ok=True)
    with_it = Served(str(copied))
    assert not with_it.kept and (copied / KEPT).is_file()
    return copied


@pytest.fixture(scope="module")
def little(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small project with its store."""
    with building(
        project := small(tmp_path_factory.mktemp("little") / "project"), None, keep=True
    ) as built:
        built.put_in_place()
    return project


def test_what_is_kept_is_what_was_made(place: Path, served: Served) -> None:
    found = read(place, this_project())
    facets, names = found.get("facets"), found.get("names")
    assert facets.items == served.facets.items and facets.labels == served.facets.labels
    assert facets.sets == served.facets.sets
    assert facets.qualified.pairs == served.facets.qualified.pairs
    assert facets.iris(facets.items[3], "theme") == served.facets.iris(facets.items[3], "theme")
    for words in ("UNTOC", "Palermo", "unicef"):
        assert names.near(words) == served.names.near(words)
    assert names.kinds == served.names.kinds
    for name in CODERS.keys() - {"facets", "names"}:
        assert found.get(name) == getattr(served, name), name
    assert found.get("colours") is None


def test_a_graph_of_which_it_is_kept_asks_nothing_for_it(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FacetIndex, "of", None)
    again = Served(str(place), memory=False)
    assert len(again.facets.items) == 87 and again.names.exact("UNTOC")
    with pytest.raises(RuntimeError):
        again.graph  # noqa: B018
    monkeypatch.setattr(served, "MOST_IN_MEMORY", 10)
    assert len(Served(str(place)).facets.items) == 87


def test_keeping_it_is_no_change_of_the_graph(place: Path, tmp_path: Path) -> None:
    copied = tmp_path / "store"
    shutil.copytree(place, copied)
    before = state(str(copied), this_project())
    (copied / KEPT).write_text("{}", "utf-8")
    assert state(str(copied), this_project()) == before


@pytest.mark.parametrize("at", [5, 400, -400])
def test_what_is_damaged_is_not_taken(place: Path, tmp_path: Path, at: int) -> None:
    copied = tmp_path / "store"
    shutil.copytree(place, copied)
    content = bytearray((copied / KEPT).read_bytes())
    content[at] ^= 1
    (copied / KEPT).write_bytes(content)
    assert not read(copied, this_project())
    (copied / KEPT).write_bytes(content[:at])
    assert not read(copied, this_project())
    (copied / KEPT).unlink()
    assert not read(copied, this_project())


def test_what_was_made_of_another_store_or_by_other_questions_is_not_taken(
    place: Path, little: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(place / KEPT, current(little) / KEPT)
    assert not read(current(little), little)
    assert read(place, this_project())
    monkeypatch.setattr(kept, "FORMAT", kept.FORMAT + 1)
    assert not read(place, this_project())


def test_where_nothing_can_be_written_nothing_is_kept(
    little: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = tmp_path / "store"
    shutil.copytree(current(little), copied)
    (copied / KEPT).unlink(missing_ok=True)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    assert len(Served(str(copied)).facets.items) == RECOMMENDATIONS
    assert not (copied / KEPT).exists()


def content(project: Project) -> dict[str, object]:
    """What is kept of a project, as it is read."""
    found = read(current(project), project)
    shared = {name: found.get(name) for name in CODERS}
    facets, names = shared.pop("facets"), shared.pop("names")
    return {**shared, **facets.as_json(), **names.as_json()}


@pytest.mark.slow
def test_after_a_change_in_one_document_it_is_made_of_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = several(tmp_path / "project")
    for name in QUESTIONS:
        shutil.copy(this_project().queries / f"{name}.rq", project.queries)
    with building(project, None, keep=True) as built:
        built.put_in_place()
    keep(project)
    before = current(project)
    text = (project.sources / f"{STEM}-2.txt").read_text("utf-8")
    write(project, 2, text.replace("children", "boys and refugees", 3))
    with building(project, None, keep=True) as built:
        built.put_in_place()
    keep(project)  # of five documents one is too much: all is read again
    whole = content(project)
    assert current(project) != before and whole["items"]
    (current(project) / KEPT).unlink()
    monkeypatch.setattr(keeping, "MOST_CHANGED", 0.5)
    read_whole = FacetIndex.of

    def of_one(graph: object, over: object = None) -> FacetIndex:
        assert over, "all is read again"
        return read_whole(graph, over)  # type: ignore[arg-type]

    monkeypatch.setattr(FacetIndex, "of", of_one)
    keep(project)
    assert content(project) == whole
