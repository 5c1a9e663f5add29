"""A project of one's own: how it begins, how it is found, and what an installed package refuses."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gcm_kg.cli.main import COMMANDS, main
from gcm_kg.errors import InputError
from gcm_kg.mappings.review import accept
from gcm_kg.project import Project, own_project, this_project
from gcm_kg.publishing import renewal
from gcm_kg.publishing.additions import add_to_vocabulary
from gcm_kg.publishing.beginning import begin_project
from gcm_kg.publishing.build import build

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("begun") / "my project"
    begin_project(folder)
    return folder


def test_what_is_said_next_can_be_pasted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = run("init", "my project").output
    assert "cd 'my project'" in said and "gcm-kg build" in said and "gcm-kg add" in said
    assert "cd" not in run("init", str(tmp_path / "my project")).output  # refused: it is there
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    said = run("init", ".", "--no-sample").output
    assert "    cd" not in said and "gcm-kg build" not in said and "gcm-kg add" in said
    assert this_project().root == tmp_path / "here"


def test_a_new_project_has_the_sample_alone_and_the_vocabulary_of_this_version(begun: Path) -> None:
    project = Project(begun)
    assert [path.stem for path in project.sources.glob("*.toml")] == ["sample-consultation"]
    assert not [*project.graph.glob("*.t*"), *project.annotations.glob("*/*")]
    for path in own_project().vocabulary.glob("*"):
        assert (project.vocabulary / path.name).read_bytes() == path.read_bytes()
    assert not [path for path in begun.parent.iterdir() if path != begun]


@pytest.mark.slow
def test_a_new_project_is_built_without_findings_and_answers(
    begun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(begun / "data" / "source")
    assert not build(this_project()).findings
    answer = run("ask", "recommendations-citing", "--instrument", "UNTOC", "--format", "csv").output
    assert "Ratify the United Nations Convention" in answer
    assert run("--graph", str(begun), "init", "other").exit_code == 2


def test_a_project_without_a_document_says_what_to_do(tmp_path: Path) -> None:
    project = begin_project(tmp_path / "empty", sample=False)
    with pytest.raises(InputError, match="gcm-kg add FILE"):
        build(project)


@pytest.mark.parametrize("holds", ["README.md", ".hidden"])
def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path, holds: str) -> None:
    (tmp_path / holds).write_text("mine")
    with pytest.raises(InputError, match="new or empty"):
        begin_project(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [holds]
    with pytest.raises(InputError):
        begin_project(tmp_path / holds)


def test_a_project_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(InputError, match="No space left"):
        begin_project(tmp_path / "new")
    assert not list(tmp_path.iterdir())


def test_the_nearest_project_is_meant_and_the_variable_before_it(
    begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(begun / "ontology" / "frames")
    assert this_project() == Project(begun)
    monkeypatch.setenv("GCM_KG_PROJECT", str(ROOT))
    assert this_project() == Project(ROOT)
    monkeypatch.delenv("GCM_KG_PROJECT")
    (tmp_path / "ontology").mkdir()
    (tmp_path / "ontology" / "gcm.ttl").write_text("")  # without a vocabulary it is none
    monkeypatch.chdir(tmp_path)
    assert this_project() == own_project()


def test_a_working_directory_that_is_gone_is_no_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "cwd", lambda: Path("/no such folder").resolve(strict=True))
    assert this_project() == own_project()


WRITING: list[Callable[[Project], object]] = [
    build,
    lambda project: add_to_vocabulary(project, "themes", ""),
    lambda project: accept(ROOT / "README.md", project),
]


@pytest.mark.parametrize("write", WRITING)
def test_an_installed_package_is_never_written_to(write: Callable[[Project], object]) -> None:
    with pytest.raises(InputError, match="gcm-kg init FOLDER"):
        write(Project(ROOT, bundled=True))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_short_help_and_a_version(command: str) -> None:
    assert run(command, "-h").output == run(command, "--help").output != ""
    assert run(command, "--version").output == run("--version").output
    names = [p.name for p in import_module(f"gcm_kg.cli.commands.{command}").command.params]
    assert len(names) == len(set(names))


def test_a_question_has_them_too() -> None:
    assert run("ask", "panels", "-h").output.startswith("Usage: ")
    assert run("ask", "panels", "--version").output == run("--version").output


@pytest.mark.slow
def test_the_package_runs_as_a_module_and_completes_words() -> None:
    command = [sys.executable, "-m", "gcm_kg"]
    done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("gcm-kg, version ")
    program = "import sys; sys.argv = ['gcm-kg']; from gcm_kg.cli.main import run; run()"
    asked = {"COMP_WORDS": "gcm-kg ask recommendations-c", "COMP_CWORD": "2"}
    environment = {**os.environ, **asked, "_GCM_KG_COMPLETE": "bash_complete"}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment
    )
    assert "plain,recommendations-citing\n" in done.stdout


RULES, THEMES, QUESTION = "data/vocabulary/rules.ttl", "data/vocabulary/themes.ttl", "queries/x.rq"


@pytest.fixture
def aging(begun: Path, tmp_path: Path) -> Path:
    """A project of an older version: its rules are old, a profile is missing that it had not, the
    themes are old and have been changed, and a question and the places are its owner's."""
    folder = tmp_path / "aging"
    shutil.copytree(begun, folder)
    noted = folder / renewal.NOTED
    said = json.loads(noted.read_text("utf-8"))
    (folder / RULES).write_text("# of old\n", "utf-8")
    said["files"][RULES] = hashlib.sha256((folder / RULES).read_bytes()).hexdigest()
    del said["files"]["data/profiles/resolution.toml"]
    (folder / "data/profiles/resolution.toml").unlink()
    (folder / "data/profiles/declaration.toml").unlink()
    said["files"][THEMES] = "another"
    for name in (THEMES, "data/vocabulary/places.ttl", QUESTION):
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write("# mine\n")
    noted.write_text(json.dumps(said | {"version": "0.1.0"}), "utf-8")
    return folder


def test_what_has_become_old_in_a_project_is_said_in_a_line(aging: Path, begun: Path) -> None:
    found = renewal.aged(Project(aging))
    assert set(found.older) == {"data/profiles/resolution.toml", RULES}
    assert found.changed == (THEMES,)
    line = str(found)
    assert "was made by version 0.1.0: 3 files are not those of this one" in line
    assert "gcm-kg init --renew" in line and "\n" not in line
    assert not str(renewal.aged(Project(begun))) and not str(renewal.aged(own_project()))


def test_a_project_is_renewed_but_for_what_its_owner_has_changed(aging: Path) -> None:
    said = run("init", "--renew", str(aging))
    assert said.exit_code == 0 and f"renewed   {RULES}" in said.output
    assert f"left      {THEMES}" in said.output
    ours = own_project().root
    assert (aging / RULES).read_bytes() == (ours / RULES).read_bytes()
    assert (aging / THEMES).read_text("utf-8").endswith("# mine\n")
    assert (aging / "data/profiles/resolution.toml").is_file()
    assert not (aging / "data/profiles/declaration.toml").exists()
    assert (aging / QUESTION).read_text("utf-8") == "# mine\n"
    assert not str(renewal.aged(Project(aging)))


def test_what_is_renewed_in_spite_of_changes_is_kept_beside(aging: Path) -> None:
    assert run("init", "--renew", str(aging)).exit_code == 0
    assert run("init", "--renew", "--all", str(aging)).exit_code == 0
    ours = own_project().root
    assert (aging / THEMES).read_bytes() == (ours / THEMES).read_bytes()
    assert (aging / f"{THEMES}.old").read_text("utf-8").endswith("# mine\n")
    assert (aging / "data/vocabulary/places.ttl.old").is_file()
    assert renewal.aged(Project(aging), everything=True) == renewal.Aged((), (), version("gcm-kg"))


@pytest.mark.parametrize("damage", ["{", "[]", '{"version": 1, "files": []}', None])
def test_a_project_that_does_not_say_how_it_began_is_said_to_be_old(
    aging: Path, damage: str | None
) -> None:
    (aging / renewal.NOTED).unlink()
    if damage:
        (aging / renewal.NOTED).write_text(damage, "utf-8")
    found = renewal.aged(Project(aging))
    assert THEMES in found.changed and RULES in found.changed
    assert "may be of an older version" in str(found) and "--renew --all" in str(found)
    assert run("init", "--renew", str(aging)).exit_code == 0
    assert renewal.aged(Project(aging)) == found
    assert run("init", "--renew", "--all", str(aging)).exit_code == 0
    assert not str(renewal.aged(Project(aging)))


def test_only_a_project_of_ones_own_is_renewed(tmp_path: Path) -> None:
    for folder, why in ((ROOT, "a project of your own"), (tmp_path, "the folder of a project")):
        done = run("init", "--renew", str(folder))
        assert done.exit_code == 2 and why in done.stderr


def test_a_build_says_first_what_is_old(aging: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(aging)
    for document in (aging / "data" / "source").iterdir():
        document.unlink()  # what is old is said before anything is read
    done = run("build", "--no-shacl", "--jobs", "1")
    assert done.exit_code == 2 and "Traceback" not in done.output
    said, error = done.stderr.splitlines()
    assert said.startswith("note: the project was made by version 0.1.0")
    assert "gcm-kg add FILE" in error
