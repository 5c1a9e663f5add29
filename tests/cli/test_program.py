"""How the program ends: whole output or a word, a fault in a line, what breaks off in a line."""

from __future__ import annotations

import os
import subprocess
import sys
from io import FileIO, TextIOWrapper
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from gcm_kg.cli import bounded, main
from gcm_kg.cli.commands import add
from gcm_kg.errors import InputError, printable
from gcm_kg.importing.addition import Importer
from gcm_kg.project import this_project
from gcm_kg.querying import process


def program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "gcm_kg.cli.main", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **environment}, check=False
    )


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk here")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_called_that(unbuffered: str) -> None:
    command = [sys.executable, "-m", "gcm_kg.cli.main", "ask", "--help"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )  # fmt: skip
    assert done.returncode == 2 and "No space left on device" in done.stderr
    assert done.stderr.count("\n") == 1


class Short(FileIO):
    """A file that takes a part of what is written, and then no more."""

    def write(self, content: bytes, /) -> int:  # type: ignore[override]
        return super().write(bytes(content)[:10])


def test_an_unbuffered_stream_writes_all(tmp_path: Path) -> None:
    path = tmp_path / "out"
    stream = TextIOWrapper(Short(path, "w"), "utf-8", write_through=True)
    whole = main.buffered(stream)
    whole.write("a" * 1_000)
    whole.flush()
    assert path.read_text() == "a" * 1_000
    with (tmp_path / "other").open("w") as usual:
        assert main.buffered(usual) is usual


def test_a_fault_of_the_program_is_a_line_with_a_code_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(**_: object) -> None:
        raise KeyError("a\x1b[31m\nb")

    monkeypatch.setattr(main, "main", fails)
    assert main._code() == main.FAULT
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "\x1b" not in said and "KeyError" in said


def test_only_commands_that_read_files_of_others_are_bounded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(bounded.INSIDE, raising=False)
    for arguments, expected in (
        (["check", "x.ttl"], True),
        (["--graph", "x", "check"], True),
        (["link", "x.ttl"], True),
        (["merge", "x.ttl", "-o", "y"], True),
        (["add", "x.xlsx"], True),
        (["check", "--help"], False),
        (["ask", "panels"], False),
        ([], False),
    ):
        assert bounded.is_wanted(arguments, main.COMMANDS) is expected
    monkeypatch.setenv(bounded.INSIDE, "1")
    assert not bounded.is_wanted(["check"], main.COMMANDS)


@pytest.mark.slow
def test_what_takes_too_much_memory_ends_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "large.nt"
    lines = (f'<http://e/{i}> <http://e/p> "{"x" * 500}{i}" .\n' for i in range(100_000))
    path.write_text("".join(lines), "utf-8")
    done = program("check", str(path), GCM_KG_MEMORY="150", RUST_BACKTRACE="1")
    assert done.returncode == 2 and done.stderr.count("gcm-kg: ") == 1
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_a_small_workbook_whose_cells_lie_far_apart_ends_in_a_line(tmp_path: Path) -> None:
    """It would be read as the rectangle around its cells, here of half a terabyte."""
    book = openpyxl.Workbook()
    for cell in ("A1", "XFD1048576"):
        book.active[cell] = "Recommendation"
    book.save(tmp_path / "far.xlsx")
    place = {"GCM_KG_PROJECT": str(tmp_path / "project")}
    assert program("init", place["GCM_KG_PROJECT"]).returncode == 0
    done = program("add", str(tmp_path / "far.xlsx"), "--yes", **place)
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1
    assert "far.xlsx: expected at most 5,000,000 cells, found 1,048,576 × 16,384" in done.stderr


def test_the_line_says_which_bound_was_reached(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for code, bound in ((-24, "GCM_KG_SECONDS be more than 900"), (-9, "GCM_KG_MEMORY be more")):
        monkeypatch.setattr(subprocess.Popen, "__init__", lambda *_, **__: None)
        monkeypatch.setattr(subprocess.Popen, "wait", lambda *_, code=code: code)
        assert bounded.run(["check"]) == 2
        assert bound in capsys.readouterr().err


def test_the_line_names_the_file_that_was_read_when_the_process_ended(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ends(_: object, said: int) -> int:
        monkeypatch.setenv(bounded.INSIDE, str(said))
        bounded.working_on("long before.pdf")
        bounded.working_on("large.pdf")
        return -9

    monkeypatch.setattr(bounded, "_run", ends)
    assert bounded.run(["add"]) == 2
    assert capsys.readouterr().err.startswith("gcm-kg: large.pdf: the command broke off")


def test_a_file_for_which_memory_does_not_suffice_is_named_and_the_others_are_taken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    importer = Importer(this_project())
    usual = Importer.additions

    def additions(self: Importer, path: Path) -> object:
        if path.name == "large.md":
            raise MemoryError
        return usual(self, path)

    monkeypatch.setattr(Importer, "additions", additions)
    files = [tmp_path / "large.md", tmp_path / "small.md"]
    for file in files:
        file.write_text("# Report of the workshop\n\nIt was short.\n", "utf-8")
    found, refused = add._prepared(importer, files)
    assert [each.original.name for each in found] == ["small.md"]
    assert "large.md: expected a file that memory holds" in str(refused[0])


@pytest.mark.parametrize(
    ("code", "problems", "expected"),
    [
        (3, "No space left on device\n", "expected room for the answer"),
        (1, "OSError: [Errno 28] No space left on device\n", "expected room for the answer"),
        (-6, "memory allocation failed", "give it more by --memory"),
        (-11, "", "signal 11"),
    ],
)
def test_how_a_query_broke_off_is_said(code: int, problems: str, expected: str) -> None:
    with pytest.raises(InputError) as error:
        process._raise_for(code, problems)
    assert expected in str(error.value)
    if code in (1, 3):
        assert "nest" not in str(error.value)


def test_what_a_graph_holds_does_not_steer_the_terminal(tmp_path: Path) -> None:
    bad = "\\u001b]0;X\\u0007"
    path = tmp_path / "other.ttl"
    path.write_text(
        "@prefix gcm: <https://w3id.org/gcm-kg/ontology#> ."
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        f'<urn:a> a gcm:Instrument ; skos:prefLabel "A{bad}"@en ; skos:note "n{bad}\\u009b1m" .',
        "utf-8",
    )
    for arguments in (("show", "urn:a"), ("stats",), ("sparql", "SELECT * { ?s ?p ?o }")):
        done = CliRunner().invoke(main.main, ["--graph", str(path), *arguments])
        assert done.exit_code == 0, done.output
        assert not {"\x1b", "\x07", "\x9b"} & set(done.output)
    other = tmp_path / "another.ttl"
    other.write_text("<urn:a> <urn:b> <urn:c> .", "utf-8")
    for command in (["check", "--engine", "rust"], ["diff", str(other)]):
        done = CliRunner().invoke(main.main, [*command, str(path)])
        assert done.exit_code == 1, done.output
        assert not {"\x1b", "\x07", "\x9b"} & set(done.output)
    assert not {"\x1b", "\x07", "\x9b"} & set(done.output)


def test_no_message_says_the_key_in_an_address() -> None:
    for address in ("http://me:SECRET@127.0.0.1:9/q", "http://127.0.0.1:9/q?key=SECRET"):
        done = CliRunner().invoke(main.main, ["--graph", address, "stats"])
        assert done.exit_code == 2 and "127.0.0.1:9/q: expected" in done.stderr
        assert "SECRET" not in done.output


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("two\u00a0words, \u200bone\u200dline", "two\u00a0words, \u200bone\u200dline"),
        ("red\x1b[31m", "red\ufffd[31m"),
        ("left\u202eright", "left\ufffdright"),
        ("a line\nand a\ttab", "a line\nand a\ttab"),
        ("\uf0b7 an item", "\uf0b7 an item"),
        ("two\u2028lines", "two\ufffdlines"),
    ],
)
def test_what_steers_a_terminal_is_replaced_and_spaces_of_every_width_stay(
    text: str, printed: str
) -> None:
    assert printable(text) == printed
