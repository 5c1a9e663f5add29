"""What an addendum in a file of its own answers is joined to the recommendations of its report."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from extraction.sentences import reader

from gcm_kg.errors import InputError
from gcm_kg.model.annotations import Annotations
from gcm_kg.project import Project
from gcm_kg.reading.addenda import related
from gcm_kg.reading.joining import load_joined, load_sources
from gcm_kg.reading.sources import profiles_of, source_files

FRONT = "Report of the Working Group on the Universal Periodic Review\n\nTogo\n\n"
REPORT = f"""{FRONT}II. Conclusions and/or recommendations

104. The following recommendations will be examined by Togo:

104.1 Train judges (Peru);

104.2 Pay nurses (Chile);

104.3 Open ports (Kenya);

104.4 Plant trees (Malta).

105. The recommendation below enjoys the support of Togo:

105.1 Dig wells (Fiji).
"""
ALL = "All recommendations in paragraph 104 are accepted"
ADDENDUM = f"{FRONT}Addendum\n\n1. Togo has examined the recommendations in A/9.\n\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.sources.mkdir(parents=True)
    return project


def add(project: Project, stem: str, symbol: str, text: str) -> None:
    digest = hashlib.sha256(text.encode()).hexdigest()
    values = {"title": stem, "language": "en", "sha256": digest, "symbol": symbol}
    lines = "".join(f'{key} = "{value}"\n' for key, value in values.items())
    (project.sources / f"{stem}.toml").write_text(lines, "utf-8")
    (project.sources / f"{stem}.txt").write_text(text, "utf-8")


def positions(project: Project, stem: str = "report") -> list[str]:
    """The letters with which the positions to the recommendations of a document begin."""
    source = next(s for s in load_sources(project) if s.stem == stem)
    found = reader().extract(source, Annotations()).statements
    said = {
        s.part.identifier: s.entity.rpartition("/")[2] for s in found if s.relation == "position"
    }
    parts = source.document.recommendations()
    return [said.get(part.identifier, "-")[0] for part in parts]


def answered(project: Project, *paragraphs: str, symbol: str = "A/9/Add.1") -> str:
    add(project, "report", "A/9", REPORT)
    add(project, "addendum", symbol, ADDENDUM + "\n\n".join(paragraphs) + "\n")
    return "".join(positions(project))


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["2. Recommendations 104.1 to 104.3 enjoy support.", "3. 104.4 is noted."], "aaana"),
        (["2. Togo supports 104.1 and 104.2 and notes 104.3."], "aanua"),
        (["2. Recommendation 104.1 is accepted and 104.2 and 104.3 are noted."], "annua"),
        ([f"2. {ALL}, except 104.2, which is noted."], "anaaa"),
        ([f"2. {ALL}, except for one."], "uuuua"),
        (["2. Togo accepts all the recommendations except the following: 104.3."], "aauaa"),
        (["2. Togo accepts all recommendations."], "uuuua"),
        (["Recommendation\tPosition", "104.1\tNoted", "104.2-104.4\tSupported"], "naaaa"),
        (["Number\tPosition\n104.1\tNoted\n104.2-104.3\tSupported\n104.4\tNoted"], "naana"),
        (["Number\tPosition\n104.1\tN\n104.2-104.4\tS", "S = supported; N = noted."], "naaaa"),
        (["Number\tPosition\n104.1\tN\n104.2-104.4\tS"], "uuuua"),
        (["Recommendations that enjoy the support of Togo", "104.1, 104.3 and 104.4"], "auaaa"),
        (["Recommendations noted", "2. 104.1: The law says it.", "3. 104.3 and 104.4."], "nunna"),
        (["Recommendations noted", "2. It was said.", "3. 104.3 and 104.4."], "uuuua"),
        (["Response to recommendation 104.2 (Chile)", "Togo notes this recommendation."], "unuua"),
        (["104.2 – Togo notes this recommendation."], "unuua"),
        (["2. 104.1 and 104.3 do not enjoy the support of Togo and are noted."], "nunua"),
        (["2. 104.1 and 104.3 do not enjoy the support of Togo."], "rurua"),
        (["Recommendations noted", "104.2 Pay nurses (Chile);", "104.4 Plant (Malta)."], "ununa"),
        (["104.1 and 104.3 are supported.", "104.4 is noted."], "auana"),
        (["104.2 | Noted", "104.1 Train judges (Peru)", "Supported. It is so.",
          "104.4 Plant trees (Malta)", "Noted. It is dry.", "104.3 is supported."], "anana"),
        (["2. Of 104.1 to 104.4, three are accepted.", "3. 105.1 is noted."], "uuuua"),
    ],
)  # fmt: skip
def test_answers_by_number_are_those_to_the_recommendations_of_the_report(
    project: Project, paragraphs: Sequence[str], expected: str
) -> None:
    assert answered(project, *paragraphs) == expected


@pytest.mark.parametrize("symbol", ["A/8/Add.1", "A/9/Corr.1", "A/9"])
def test_another_document_than_an_addendum_answers_nothing(project: Project, symbol: str) -> None:
    assert answered(project, "2. Recommendation 104.1 is accepted.", symbol=symbol) == "uuuua"


def test_what_two_addenda_answer_is_joined_to_none(project: Project) -> None:
    add(project, "second", "A/9/Add.2", f"{ADDENDUM}2. Recommendation 104.1 is noted.\n")
    said = "2. Recommendations 104.1 and 104.2 are accepted."
    assert answered(project, said) == "uauua"


def test_an_addendum_that_cannot_be_read_leaves_its_report_as_it_is(project: Project) -> None:
    answered(project, "2. Recommendation 104.1 is accepted.")
    (project.sources / "addendum.txt").write_text("something else", "utf-8")
    with pytest.raises(InputError, match="SHA-256"):
        list(load_sources(project))
    file, known = project.sources / "report.toml", related(source_files(project))
    assert load_joined(file, profiles_of(project), known).symbol == "A/9"


def test_an_answer_behind_a_number_is_no_recommendation(project: Project) -> None:
    answered(project, "Number\tPosition\n104.1\tNoted\n104.2-104.3\tSupported\n104.4\tNoted")
    assert not positions(project, "addendum")


@pytest.mark.parametrize(
    ("paragraphs", "left"),
    [
        (["104.1 Train judges (Peru);", "104.4 Plant trees (Malta)."], 0),
        (["104.1 Train judges;", "104.2 Pay all the nurses."], 0),
        (["104.1 Train judges (Peru);", "104.7 Build schools (Fiji)."], 1),
        (["104.1 Build schools (Fiji);"], 1),
    ],
)
def test_an_addendum_repeats_the_recommendations_of_its_report_and_has_no_others(
    project: Project, paragraphs: Sequence[str], left: int
) -> None:
    answered(project, "Recommendations that are noted", *paragraphs)
    assert len(positions(project, "addendum")) == left
    (project.sources / "report.toml").unlink()
    assert len(positions(project, "addendum")) == len(paragraphs)


@pytest.mark.parametrize(
    ("paragraph", "told"),
    [
        ("2. 104.2 and 104.9 are noted.", "answers 104.9, which no recommendation here has"),
        ("2. 104.2 to 104.9 and 98.3 are noted.", "answers 104.9, 98.3, which no"),
        ("2. 104.2 to 104.4 are noted.", ""),
        (f"2. {ALL}, except 104.2, which is noted.", ""),
    ],
)
def test_numbers_that_the_report_does_not_have_are_told(
    project: Project, paragraph: str, told: str
) -> None:
    answered(project, paragraph)
    report = next(s for s in load_sources(project) if s.stem == "report")
    (said,) = report.warnings or ("",)
    assert (told in said and "addendum (A/9/Add.1)" in said) if told else not said
