"""What a build says of each document: its kind, its counts, and what was not understood."""

from __future__ import annotations

from dataclasses import replace

from extraction.sentences import reader

from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Source
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.project import this_project
from gcm_kg.publishing.overview import (
    Overview,
    answered_apart,
    counted_twice,
    overview,
    with_joined,
    without_english,
)
from gcm_kg.rdf.namespaces import BASE, SKOS
from gcm_kg.reading.documents import UNMET, read_as
from gcm_kg.reading.sources import profiles_of

TEXT = """Report of the Working Group on the Universal Periodic Review
Testland

II. Conclusions and/or recommendations

9. The recommendations below enjoy the support of Testland:

{items}
"""


def said_of(*items: str) -> Overview:
    """The overview of a report with these items."""
    reading = read_as(TEXT.format(items="\n\n".join(items)), profiles_of(this_project()))
    source = Source(
        *("sea", "doc/sea/eng", "Sea", "en", "0" * 64, "", ""), {}, {}, reading.document,
        kind=reading.profile, numbering=reading.numbering, warnings=reading.warnings,
    )  # fmt: skip
    return overview(reader().extract(source, Annotations()))


def test_the_counts_are_those_of_what_was_read() -> None:
    found = said_of("9.1 Ratify the Rome Statute (Peru);", "9.3 Zimp the trafficking (Peru).")
    assert (found.document, found.kind) == ("sea", "universal-periodic-review")
    assert (found.sections, found.recommendations, found.promised) == (1, 2, 3)
    assert found.numbering == ("9.1–9.3: 2 of 3; missing: 9.2",)
    assert found.statements > 2


def test_of_a_text_in_another_language_that_alone_is_said() -> None:
    document = read_as(
        "Rapport\n\nLes États devraient agir.\n", profiles_of(this_project())
    ).document
    source = Source(
        *("mer", "doc/mer/fra", "Mer", "fr", "0" * 64, "", ""), {}, {}, document,
        warnings=("no recommendation was recognised",),
    )  # fmt: skip
    (warning,) = overview(reader().extract(source, Annotations())).warnings
    assert warning.startswith("it is in French, and the rules read English alone")


def test_a_missing_number_is_named_with_its_series() -> None:
    found = said_of("9.1 Ratify the Rome Statute (Peru);", "9.3 Train the police (Peru).")
    assert found.warnings[0].startswith("no recommendation is numbered 9.2 of 9.1–9.3; look")


def test_what_no_rule_understands_is_counted_with_its_first_words_and_what_to_do() -> None:
    items = [f"9.{number} Zimp the trafficking (Peru);" for number in range(1, 4)]
    found = said_of(*items, "9.4 Zump trafficking (Peru);", "9.5 Train in trafficking (Peru).")
    (warning,) = found.warnings
    assert warning == (
        "4 of 5 have no action of ours: “Zimp” (3), “Zump” (1)"
        "; add the verb to data/vocabulary/actions.ttl"
    )


def test_recommendations_without_a_theme_are_some_of_them_named() -> None:
    items = [f"9.{number} Go on (Peru);" for number in range(1, 8)]
    assert "7 of 7 have no theme of ours (9.1, 9.2, 9.3, 9.4, 9.5 and 2 more)" in str(
        said_of(*items).warnings
    )


def test_a_document_that_is_understood_has_no_warnings() -> None:
    assert said_of("9.1 Train the police against trafficking (Peru).").warnings == ()


def test_an_overview_is_plain_data() -> None:
    found = said_of("9.1 Train (Peru).").as_dict()
    assert found["recommendations"] == 1


def test_documents_with_one_symbol_are_named_as_perhaps_counted_twice() -> None:
    one = said_of("9.1 Train (Peru).")
    sea, land = (replace(one, document=name, symbol="A/RES/73/8") for name in ("sea", "land"))
    (warning,) = counted_twice([sea, replace(one, symbol="A/1"), land, one, one])
    assert warning.startswith("sea and land have one symbol, A/RES/73/8: ")


def test_an_addendum_that_answers_another_document_by_numbers_is_told_to_be_apart() -> None:
    report = replace(said_of("9.1 Train (Peru)."), symbol="A/9", document="sea")
    unmet = (f"{UNMET} (9.1): not read",)
    addendum = replace(report, symbol="A/9/Add.1", document="answers", warnings=unmet)
    (warning,) = answered_apart([report, addendum])
    assert warning.startswith("answers answers recommendations of sea, which has none of these ")
    joined = replace(report, joined=("A/9/Add.1",))
    assert not list(answered_apart([joined, addendum]))
    assert [each.warnings for each in with_joined([joined, addendum])] == [report.warnings, ()]
    assert list(with_joined([report, addendum])) == [report, addendum]
    others = [replace(addendum, symbol="A/8/Add.1"), replace(addendum, warnings=())]
    assert not list(answered_apart([report, *others]))
    assert not list(answered_apart([replace(report, recommendations=0), addendum]))


def test_things_without_a_name_in_english_are_told_with_what_to_do() -> None:
    names = {f"{BASE}theme/peche": "pêche", f"{BASE}theme/mer": "mer"}
    vocabulary = Vocabulary(foreign=names)
    (said,) = without_english(vocabulary)
    assert said.startswith("2 things have no name in English: “pêche” (theme/peche), “mer”")
    vocabulary.values[f"{BASE}theme/mer", SKOS + "prefLabel"] = ["sea"]
    (said,) = without_english(vocabulary)
    assert said.startswith("1 thing has no name in English: “pêche” (theme/peche); add a skos:")
    assert not list(without_english(Vocabulary()))
