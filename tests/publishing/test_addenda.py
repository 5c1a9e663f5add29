"""An addendum is an input of its report, whose graph has the words of the addendum as evidence."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from publishing import small
from serving.answered import get, text

from gcm_kg.knowledge_graph import open_knowledge_graph
from gcm_kg.project import Project
from gcm_kg.publishing.build import building
from gcm_kg.publishing.cache import Cache
from gcm_kg.publishing.cluster import made_on_worker
from gcm_kg.publishing.inputs import Inputs
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.serving.served import Served

FRONT = "Report of the Working Group on the Universal Periodic Review\n\nTogo\n\n"
REPORT = (
    f"{FRONT}104. These recommendations will be examined by Togo:\n\n104.1 Train judges (Peru).\n"
)
ADDENDUM = f"{FRONT}Addendum\n\n1. Recommendation 104.1 is {{}}.\n"


def write(project: Project, stem: str, symbol: str, text: str) -> Path:
    digest = hashlib.sha256(text.encode()).hexdigest()
    values = {"title": stem, "language": "en", "sha256": digest, "symbol": symbol, "key": stem}
    file = project.sources / f"{stem}.toml"
    file.write_text("".join(f'{key} = "{value}"\n' for key, value in values.items()), "utf-8")
    file.with_suffix(".txt").write_text(text, "utf-8")
    return file


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = small.small(tmp_path / "small")
    for file in made.sources.iterdir():
        file.unlink()
    write(made, "report", "A/9", REPORT)
    write(made, "answers", "A/9/Add.1", ADDENDUM.format("noted"))
    return made


def test_a_report_is_made_anew_where_its_addendum_changes_and_no_other_document(
    project: Project,
) -> None:
    other = write(project, "other", "A/8", REPORT)
    files = [project.sources / "report.toml", other]
    before = [Inputs(project, None).of_document(file) for file in files]
    write(project, "answers", "A/9/Add.1", ADDENDUM.format("accepted"))
    after = [Inputs(project, None).of_document(file) for file in files]
    assert before[0] != after[0] and before[1] == after[1]
    (project.sources / "answers.toml").unlink()
    assert Inputs(project, None).of_document(files[0]) not in (before[0], after[0])


def test_the_words_of_an_addendum_are_the_evidence_of_what_is_answered(project: Project) -> None:
    with building(project, "rust", keep=False) as built:
        wrong = [each for each in built.findings if each.severity == "Violation"]
        assert not [each for each in wrong if "akn/" in each.focus + each.value]
        told = {each.document: each for each in built.told.overviews}
        built.put_in_place()
    assert told["report"].joined == ("A/9/Add.1",) and not told["answers"].warnings
    kg = open_knowledge_graph(project.graph / "gcm-kg.trig")
    (said,) = kg.explain("report:104.1", about=f"{BASE}position/noted")
    (quote,) = said.quotes
    assert quote.exact == "noted" and quote.place.endswith(", of answers")
    assert quote.document.endswith("/answers/eng")


def test_the_page_of_a_recommendation_leads_to_the_words_of_the_addendum(project: Project) -> None:
    with building(project, "rust", keep=False) as built:
        built.put_in_place()
    graph = project.graph / "gcm-kg.trig"
    known = open_knowledge_graph(graph)
    (said,) = known.explain("report:104.1", about=f"{BASE}position/noted")
    part = said.statement.rpartition("/position/")[0].removeprefix(BASE)
    page = text(get(Served(str(graph)), f"/id/{part}"))
    (href,) = re.findall(r'href="([^"]*)">at [^<]*, of answers<', page)
    assert "/answers/eng#:~:text=" in href


@pytest.mark.parametrize(
    ("report", "addendum", "told"),
    [
        ("enjoy the support of", "noted", True),
        ("enjoy the support of", "accepted", False),
        ("will be examined by", "noted", False),
        ("did not enjoy the support of", "accepted", True),
    ],
)
def test_what_an_addendum_answers_otherwise_than_its_report_is_told_once(
    project: Project, report: str, addendum: str, told: bool
) -> None:
    lead = REPORT.replace("will be examined by", report)
    write(project, "report", "A/9", f"{lead}\n104.2 Pay nurses (Fiji).\n")
    text = ADDENDUM.format(addendum).replace("Recommendation 104.1 is", "104.1 and 104.2 are")
    write(project, "answers", "A/9/Add.1", text)
    with building(project, None, keep=False) as built:
        warnings = next(x for x in built.told.overviews if x.document == "report").warnings
    said = [each for each in warnings if f"but “{addendum}” in answers (A/9/Add.1)" in each]
    assert [each.startswith("104.1, 104.2: “") for each in said] == [True] * told


def test_a_recommendation_that_an_addendum_repeats_is_counted_once(project: Project) -> None:
    text = f"{FRONT}Addendum\n\n1. Noted are:\n\n104.1 Train judges (Peru).\n\n2. It was late.\n"
    write(project, "answers", "A/9/Add.1", text)
    with building(project, "rust", keep=False) as built:
        wrong = [each for each in built.findings if each.severity == "Violation"]
        assert not [each for each in wrong if "akn/" in each.focus + each.value]
        told = {each.document: each.recommendations for each in built.told.overviews}
    assert told == {"report": 1, "answers": 0}


def test_an_addendum_is_made_anew_where_its_report_changes(project: Project) -> None:
    addendum = project.sources / "answers.toml"
    before = Inputs(project, None).of_document(addendum)
    write(project, "report", "A/9", REPORT.replace("judges", "nurses"))
    assert Inputs(project, None).of_document(addendum) != before


def test_a_worker_that_stays_sees_an_addendum_that_came_since(
    project: Project, tmp_path: Path
) -> None:
    report, answers = project.sources / "report.toml", project.sources / "answers.toml"
    kept = answers.read_bytes()
    answers.unlink()
    told = []
    for _ in range(2):
        key = Inputs(project, None).of_document(report)
        assert made_on_worker(str(report), key, project.root, None, tmp_path / "cache") is None
        entry = Cache(tmp_path / "cache").get(key)
        assert entry
        told.append(entry.told["overview"].get("joined"))
        answers.write_bytes(kept)
    assert [list(each or ()) for each in told] == [[], ["A/9/Add.1"]]
