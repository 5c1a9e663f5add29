"""A store that is made of the one before holds what one that is made anew holds."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from publishing.small import STEM, small
from pyoxigraph import Literal, NamedNode, Quad, Store

from gcm_kg.project import Project
from gcm_kg.publishing.build import building
from gcm_kg.publishing.fragments import Fragment, FragmentWriter
from gcm_kg.publishing.release import Release
from gcm_kg.rdf.closure import schema
from gcm_kg.rdf.described import parted
from gcm_kg.rdf.namespaces import BASE, DCTERMS, GCM, OA, RDF, RDFS, SKOS
from gcm_kg.store import directory, made_of, manifest, renewing
from gcm_kg.store.graph import INDEX, LocalGraph
from gcm_kg.store.index_renewal import renew
from gcm_kg.store.made_of import Made
from gcm_kg.store.making import Making
from gcm_kg.store.renewing import Renewal, renewable

ABOVE = Quad(NamedNode(GCM + "cites"), NamedNode(RDFS + "subPropertyOf"), NamedNode(GCM + "names"))
SESSION = f"{BASE}event/session"
"""A thing of which several documents say the same."""
WHOLE = "un/4"
"""A document that is its only part."""
Texts = dict[str, str]


def document(name: str, text: str) -> list[Quad]:
    """A document of one part, which is about a thing that others are about, too."""
    graph, part = f"{BASE}graph/{name}", f"{BASE}{name}{'' if name == WHOLE else '/!main'}"
    said: dict[str, NamedNode | Literal] = {
        RDF + "type": NamedNode(GCM + "Section"),
        DCTERMS + "identifier": Literal("I"),
        GCM + "text": Literal(text),
        GCM + "cites": NamedNode(SESSION),
        GCM + "evidence": NamedNode(f"{BASE}{name}.txt#char=0,1"),
    }
    lines: list[tuple[str, str, NamedNode | Literal]]
    lines = [(part, predicate, value) for predicate, value in said.items()]
    lines.append((SESSION, GCM + "cites", NamedNode(f"{BASE}thing")))
    lines.append((f"{BASE}{name}.txt#char=0,1", OA + "hasSelector", NamedNode(f"{BASE}{name}.s")))
    lines.append((f"{BASE}{name}.s", OA + "start", Literal(0)))
    if "named" in text:
        lines.append((f"{BASE}{name}/label", SKOS + "prefLabel", Literal(text, language="en")))
    if "called" in text:
        lines.append((f"{BASE}un/10/label", SKOS + "altLabel", Literal(text, language="en")))
    return [Quad(NamedNode(s), NamedNode(p), o, NamedNode(graph)) for s, p, o in lines]


class Corpus:
    """Documents by their names, published, with their store."""

    def __init__(self, folder: Path, texts: Texts) -> None:
        self.files, self.stores = folder / "files", folder / "stores"
        shutil.rmtree(self.files, ignore_errors=True)
        self.files.mkdir()
        known = schema([ABOVE])
        writer, self.release = FragmentWriter({}, known), Release(self.files, {}, known)
        self.pieces: dict[str, tuple[str, Fragment]] = {}
        for name, text in texts.items():
            own = f"<{BASE}{name}"
            quads = writer.fragment(document(name, text)).lines.decode()
            piece = writer.described(parted(quads), own)
            self.pieces[name] = f"{name}: {text}", piece
            self.release.append(piece.packed(), own)
        self.release.finish([])

    def put(self, making: Making | Renewal) -> Path:
        for name, (key, piece) in self.pieces.items():
            making.add(name, key, piece)
        return making.finish(self.files, self.release.statistics.graphs.total() + self.derived)

    @property
    def derived(self) -> int:
        return self.release.derived

    def kept(self, key: str) -> Iterator[Fragment] | None:
        found = [piece for known, piece in self.pieces.values() if known == key]
        return iter(found) if found else None

    def made(self) -> Path:
        with Making(self.stores) as making:
            return self.put(making).rename(self.stores / "before")


BEFORE = {f"un/{number}": f"text {number} of a report" for number in range(9)}
BEFORE["un/10"] = "a text that is named"
"""Documents of which the path of one begins with that of another, and one has a name."""


def held(place: Path) -> tuple[set[str], set[str], dict[str, list[tuple[str, ...]]]]:
    """The quads of a store, its graphs, and the rows of its index of words."""
    store = Store.read_only(str(place / directory.GRAPH))
    with closing(sqlite3.connect(place / INDEX)) as database:
        rows = {
            table: sorted(database.execute(f"SELECT * FROM {table}"))
            for table in ("parts", "names")
        }
    return set(map(str, store)), set(map(str, store.named_graphs())), rows


def renewed(tmp_path: Path, after: Texts) -> Path:
    """The store that is made of that of the ten documents, checked against one made anew."""
    tmp_path.mkdir(exist_ok=True)
    old = Corpus(tmp_path, BEFORE)
    before = old.made()
    was, counted = held(before), manifest.count(before, "quads")
    new = Corpus(tmp_path, after)
    with Renewal(new.stores, before, old.kept) as making:
        made = new.put(making).rename(tmp_path / "after")
    assert held(made) == held(directory.make(new.files, tmp_path / "anew"))
    assert manifest.damage(made, thorough=True) == ""
    assert held(before) == was and manifest.count(before, "quads") == counted
    assert manifest.damage(before, thorough=True) == "", "the one before stays as it was"
    return made


@pytest.mark.parametrize(
    "after",
    [
        BEFORE | {"un/3": "other words"},
        BEFORE | {"un/1": "a text beside a longer path"},
        BEFORE | {WHOLE: "words of a whole document"},
        BEFORE | {"un/3": "it is named now"},
        BEFORE | {"un/3": "it is called so"},
        BEFORE | {"un/10": "without a label"},
        {name: text for name, text in BEFORE.items() if name != "un/0"},
        BEFORE | {"un/11": "one more"},
        BEFORE,
    ],
    ids=[
        "a text",
        "a beginning of a path",
        "a whole",
        "a name",
        "another name",
        "a name less",
        "one less",
        "one more",
        "nothing",
    ],
)
def test_it_holds_what_a_store_made_anew_holds(tmp_path: Path, after: Texts) -> None:
    assert (renewed(tmp_path, after) / "made-of.json").is_file(), "and can be renewed itself"


def test_tables_that_have_not_changed_are_those_of_the_store_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are when it begins: a database may merge them at any time, which makes new ones."""
    links, link = list[Path](), os.link

    def told(source: str, target: str) -> None:
        link(source, target)
        links.append(Path(target))

    monkeypatch.setattr("os.link", told)
    made = renewed(tmp_path, BEFORE | {"un/3": "other words"})
    assert links and {path.suffix for path in links} == {".sst"}, "others may be written to"
    files = [path for path in (made / directory.GRAPH).iterdir() if path.is_file()]
    assert {path.suffix for path in files if path.stat().st_nlink == 2} <= {".sst"}
    assert not list(made.rglob("LOG.old*")), "what the one before did is not told again"


def test_where_no_links_can_be_made_tables_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refused)
    made = renewed(tmp_path, BEFORE | {"un/3": "other words"})
    tables = list(made.rglob("*.sst"))
    assert tables and {path.stat().st_nlink for path in tables} == {1}


def test_tables_are_put_in_order_where_much_was_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = renewed(tmp_path / "few", BEFORE | {"un/3": "other words"})
    loose = manifest.count(before, "loose")
    assert loose
    monkeypatch.setattr(renewing, "MOST_LOOSE", 0.0)
    made = renewed(tmp_path / "all", BEFORE | {"un/3": "other words"})
    assert manifest.count(made, "loose") == 0 and manifest.count(made, "replaced") == loose
    tables, fewer = (len(list(place.rglob("*.sst"))) for place in (before, made))
    assert fewer < tables


def test_a_store_knows_how_many_quads_each_document_has_in_all_its_pieces(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path, BEFORE)
    (early, (key, first)), (_, (_, second)), *others = corpus.pieces.items()
    with Making(corpus.stores) as making:
        making.early(early, first.lines, first.derived)
        making.early(early, second.lines, second.derived)
        for piece in (first, second):
            making.add(early, key, piece)
        for _, (_, piece) in others:
            making.add("un/others", "k", piece)
        made = making.finish(corpus.files)
        known = made_of.pieces(made)
    numbers = [(p.lines + p.derived).count(b"\n") for _, p in corpus.pieces.values()]
    assert known == {
        early: Made(key, sum(numbers[:2])), "un/others": Made("k", sum(numbers[2:])),
    }  # fmt: skip


def test_of_a_document_in_two_pieces_a_renewed_store_knows_all_quads(tmp_path: Path) -> None:
    old = Corpus(tmp_path, BEFORE)
    before, new = old.made(), Corpus(tmp_path, BEFORE)
    with Renewal(new.stores, before, old.kept) as making:
        _, whole = new.pieces.pop("un/3")
        for piece in (replace(whole, derived=b""), replace(whole, lines=b"")):
            making.add("un/3", "in two", piece)
        known = made_of.pieces(new.put(making))
    assert known["un/3"] == Made("in two", (whole.lines + whole.derived).count(b"\n"))


def test_what_was_replaced_is_counted_on_from_store_to_store(tmp_path: Path) -> None:
    one, two = BEFORE | {"un/3": "other words"}, BEFORE | {"un/5": "other words"}
    corpora = [Corpus(tmp_path, texts) for texts in (BEFORE, one, two)]
    place = corpora[0].made()
    counted = [0]
    for number, old in enumerate(corpora[:2], 1):
        new = Corpus(tmp_path, (one, two)[number - 1])
        with Renewal(new.stores, place, old.kept) as making:
            place = new.put(making).rename(tmp_path / f"after-{number}")
        counted.append(manifest.count(place, "replaced"))
    assert 0 < 2 * counted[1] <= counted[2], "both changes take out as much"


@pytest.mark.parametrize("text", ["", "[", "[1]", "null", '{"a": 1}', '{"a": ["k", null]}'])
def test_of_a_store_whose_list_is_damaged_it_is_not_known_what_it_is_made_of(
    tmp_path: Path, text: str
) -> None:
    made_of.write(tmp_path, {"a": Made("k", 2)})
    assert made_of.pieces(tmp_path) == {"a": Made("k", 2)}
    (tmp_path / made_of.NAME).write_text(text, "utf-8")
    assert made_of.pieces(tmp_path) == {}


def test_an_index_that_cannot_be_written_is_an_error_of_that_file(tmp_path: Path) -> None:
    (tmp_path / INDEX).write_bytes(b"no index of words, but long enough to be read as one" * 20)
    with pytest.raises(OSError, match=INDEX):
        renew(tmp_path / INDEX, LocalGraph(Store()), ["un/1"], names=True)


def test_what_another_document_says_too_stays_when_one_does_not_say_it_any_more(
    tmp_path: Path,
) -> None:
    follows = f"<{SESSION}> <{GCM}names> <{BASE}thing>"
    quads, _, _ = held(renewed(tmp_path, {n: t for n, t in BEFORE.items() if n != "un/8"}))
    assert any(quad.startswith(follows) for quad in quads)


def test_where_the_one_before_is_not_known_any_more_the_published_files_are_loaded(
    tmp_path: Path,
) -> None:
    before = Corpus(tmp_path, BEFORE).made()
    new = Corpus(tmp_path, BEFORE | {"un/3": "other words"})
    with Renewal(new.stores, before, lambda key: None) as making:
        made = new.put(making)
        assert held(made) == held(directory.make(new.files, tmp_path / "anew"))
        assert max(path.stat().st_nlink for path in made.rglob("*.sst")) == 1


def test_a_store_that_had_another_number_of_quads_than_was_put_down_is_not_made_use_of(
    tmp_path: Path,
) -> None:
    old = Corpus(tmp_path, BEFORE)
    before = old.made()
    store = Store(str(before / directory.GRAPH))
    store.remove(next(iter(store)))
    store.flush()
    number = len(store)
    del store
    manifest.write(before, quads=number)
    new = Corpus(tmp_path, BEFORE | {"un/3": "other words"})
    with Renewal(new.stores, before, old.kept) as making:
        made = new.put(making)
        assert held(made) == held(directory.make(new.files, tmp_path / "anew"))


def test_what_is_broken_off_leaves_the_store_before_alone(tmp_path: Path) -> None:
    old = Corpus(tmp_path, BEFORE)
    before = old.made()
    was = held(before)
    new = Corpus(tmp_path, BEFORE | {"un/3": "other words"})
    with pytest.raises(KeyboardInterrupt), Renewal(new.stores, before, old.kept) as making:
        new.put(making)
        raise KeyboardInterrupt
    assert list(new.stores.iterdir()) == [before]
    assert held(before) == was and manifest.damage(before, thorough=True) == ""


def keys(texts: Texts) -> list[str]:
    return [f"{name}: {text}" for name, text in texts.items()]


def test_a_store_is_renewed_where_it_is_whole_and_little_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Corpus(tmp_path, BEFORE).made()
    one, many = BEFORE | {"un/3": "a"}, BEFORE | {f"un/{n}": "a" for n in range(3)}
    assert renewable(before, keys(BEFORE)) and renewable(before, keys(one))
    assert not renewable(before, keys(many)) and not renewable(before, keys(BEFORE)[:4])
    assert not renewable(tmp_path / "none", keys(one))
    monkeypatch.setattr(renewing, "MOST_REPLACED", 0.01)
    assert not renewable(before, keys(one)), "too much of it is of documents before"
    monkeypatch.undo()
    tables = (before / directory.GRAPH).glob("*.sst")
    table = max(tables, key=lambda path: path.stat().st_size)
    content, times = table.read_bytes(), (table.stat().st_atime_ns, table.stat().st_mtime_ns)
    table.write_bytes(content[:100] + b"damaged!" + content[108:])
    os.utime(table, ns=times)
    assert renewable(before, keys(one)), "what has its size and time is not read"
    assert not renewable(before, keys(one), thorough=True)
    table.write_bytes(content[:-1])
    assert not renewable(before, keys(one)), "it is damaged"


def several(folder: Path) -> Project:
    """A project of five documents that differ in their last words."""
    project = small(folder)
    text = (project.sources / f"{STEM}.txt").read_text("utf-8")
    known = (project.sources / f"{STEM}.toml").read_text("utf-8")
    for number in range(4):
        renamed = known.replace('"small"', f'"small-{number}"').replace(STEM, f"{STEM}-{number}")
        (project.sources / f"{STEM}-{number}.toml").write_text(renamed, "utf-8")
        write(project, number, text)
    return project


def write(project: Project, number: int, text: str) -> None:
    """Gives one of the documents a text."""
    file = project.sources / f"{STEM}-{number}.toml"
    file.with_suffix(".txt").write_text(text, "utf-8")
    lines = [line for line in file.read_text("utf-8").splitlines() if "sha256" not in line]
    digest = hashlib.sha256(text.encode()).hexdigest()
    file.write_text("\n".join([*lines, f'sha256 = "{digest}"', ""]), "utf-8")


@pytest.mark.slow
def test_a_build_after_a_change_in_one_document_has_the_store_of_a_whole_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = several(tmp_path / "project")
    with building(project, None, keep=True) as built:
        built.put_in_place()
    text = (project.sources / f"{STEM}-2.txt").read_text("utf-8")
    write(project, 2, text.replace("children", "all children", 1))
    monkeypatch.setattr("gcm_kg.publishing.build.Making", None)
    with building(project, None, keep=True) as built:
        built.put_in_place()
    made = directory.current(project)
    assert max(path.stat().st_nlink for path in made.rglob("*.sst")) == 2
    assert held(made) == held(directory.make(project.graph, tmp_path / "anew"))
