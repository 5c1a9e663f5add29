"""A store that is made while a build goes on holds what one made of the published files holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from gcm_kg.errors import InputError
from gcm_kg.project import TRIG
from gcm_kg.publishing.fragments import Fragment, FragmentWriter
from gcm_kg.publishing.release import Release
from gcm_kg.rdf.closure import schema
from gcm_kg.rdf.namespaces import BASE, GCM, RDFS
from gcm_kg.store import directory, loading, manifest
from gcm_kg.store.making import Making

ABOVE = Quad(NamedNode(GCM + "cites"), NamedNode(RDFS + "subPropertyOf"), NamedNode(GCM + "names"))


def document(number: int) -> list[Quad]:
    graph, part = NamedNode(f"{BASE}graph/{number}"), NamedNode(f"{BASE}part/{number}")
    cited = Quad(part, NamedNode(GCM + "cites"), NamedNode(f"{BASE}thing/{number}"), graph)
    return [cited, Quad(part, NamedNode(GCM + "text"), Literal(f"{number}\n}}\n\n <é>"), graph)]


@pytest.fixture
def published(tmp_path: Path) -> tuple[Path, dict[str, Fragment]]:
    """Published files of two documents, and the pieces that they were made of."""
    folder, known = tmp_path / "files", schema([ABOVE])
    folder.mkdir()
    writer, release = FragmentWriter({}, known), Release(folder, {}, known)
    pieces = {str(number): writer.fragment(document(number)) for number in range(2)}
    for piece in pieces.values():
        release.append(piece.packed())
    release.finish([])
    return folder, pieces


def held(place: Path) -> set[str]:
    return {str(quad) for quad in Store.read_only(str(place / directory.GRAPH))}


def of_pieces(making: Making, pieces: dict[str, Fragment]) -> None:
    for name, piece in pieces.items():
        making.add(name, f"key of {name}", piece)


def early(making: Making, pieces: dict[str, Fragment]) -> None:
    making.early("0", pieces["0"].lines, pieces["0"].derived)
    of_pieces(making, pieces)


def left_out(making: Making, pieces: dict[str, Fragment]) -> None:
    making.early("2", b"<urn:a> <urn:b> <urn:c> <urn:d> .\n")
    of_pieces(making, pieces)


@pytest.mark.parametrize("put", [of_pieces, early, left_out])
def test_it_holds_what_a_store_of_the_published_files_holds(
    tmp_path: Path,
    published: tuple[Path, dict[str, Fragment]],
    put: Callable[[Making, dict[str, Fragment]], None],
) -> None:
    folder, pieces = published
    whole = held(directory.make(folder, tmp_path / "stores"))
    assert any("ontology#names" in quad for quad in whole), "what follows is held, too"
    with Making(tmp_path / "stores") as making:
        put(making, pieces)
        made = making.finish(folder)
        assert held(made) == whole
        assert manifest.damage(made, thorough=True) == ""


def test_what_is_broken_off_leaves_nothing(
    tmp_path: Path, published: tuple[Path, dict[str, Fragment]]
) -> None:
    with pytest.raises(KeyboardInterrupt), Making(tmp_path / "stores") as making:
        of_pieces(making, published[1])
        raise KeyboardInterrupt
    assert not list((tmp_path / "stores").iterdir())


def test_a_published_file_is_loaded_in_pieces_and_a_mistake_has_its_line(
    published: tuple[Path, dict[str, Fragment]], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, pieces = published
    monkeypatch.setattr(loading, "PIECE", 1)
    monkeypatch.setattr(loading, "BLOCK", 1)
    store = Store()
    loading.load_file(store, folder / TRIG)
    assert {str(quad) for quad in store} == {str(q) for n in range(2) for q in document(n)}
    assert len(list(loading._pieces(folder / TRIG))) == len(pieces) + 1
    text = (folder / TRIG).read_text("utf-8")
    line = text[: text.index("<part/1>")].count("\n") + 1
    (folder / TRIG).write_text(text.replace("<part/1>", "<part/1"), "utf-8")
    with pytest.raises(InputError, match=f"trig:{line}"):
        loading.load_file(Store(), folder / TRIG)
