"""Links to vocabularies in many styles: what is proposed, and above all what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from linking.linked import ID, PREFIXES, ours, pairs, proposals, reasons

from gcm_kg.linking.proposals import linked
from gcm_kg.mappings.sssom import Mapping

EXACT = "http://www.w3.org/2004/02/skos/core#exactMatch"
MANUAL = "https://w3id.org/semapv/vocab/ManualMappingCuration"


def curated(subject: str, other: str, predicate: str = EXACT) -> Mapping:
    return Mapping(ID + subject, predicate, other, MANUAL, comment="seen")


ALIKE = [
    ('x:1 skos:prefLabel "Forced labor"@en', "theme/forced-labour"),
    ('x:1 skos:prefLabel "SMUGGLING OF MIGRANTS"@en', "theme/smuggling-of-migrants"),
    ('x:1 skos:prefLabel "Migration, International"@en', "theme/international-migration"),
    ('x:1 skos:prefLabel "migrant worker"@en', "population/migrant-workers"),
    ('x:1 skos:prefLabel "Crime victims"@en', "population/victims"),
    ('x:1 a owl:NamedIndividual, x:State ; rdfs:label "Austria"@en', "actor/at"),
    ('x:1 a x:PopulatedPlace, x:Oddity ; rdfs:label "Austria"@en', "actor/at"),
    ('x:1 a skos:Concept ; rdfs:label "Austria"@en ; x:codeISO2 "AT"', "actor/at"),
    ('x:1 rdfs:label "C029 - Forced Labour Convention, 1930 (No. 29)"', "instrument/ilo-c029"),
    ('x:1 rdfs:label "United Nations Convention against Transnational Organized Crime, 2000"',
     "instrument/untoc"),
    ('x:1 rdfs:label "United Nations Convention against Transnational Organized Crime,'
     ' New York, 15 November 2000"', "instrument/untoc"),
    ('x:1 skos:prefLabel "human rights"@en ; skos:altLabel "protection of human rights"@en',
     "theme/human-rights"),
    ('x:1 rdfs:label "nongovernmental organisation"', "actor/ngos"),
    ('x:1 schema:name "Medecins sans frontieres"', "actor/msf"),
    ('x:1 a schema:Country ; rdfs:label "Confédération suisse"@fr', "actor/ch"),
    ('x:1 skos:prefLabel "UN Office on Drugs & Crime"@en', "actor/unodc"),
    ('x:1 skos:prefLabel "Human trafficking victims"@en', "population/victims-of-trafficking"),
    ('x:1 skos:prefLabel "Human trafficking"@en ; skos:altLabel "Trafficking in persons"@en',
     "theme/trafficking-in-persons"),
    ('x:1 a eli:LegalResource ; eli:title "UN Convention against Transnational Organised Crime"@en',
     "instrument/untoc"),
    ('x:1 skos:prefLabel "United Nations Convention against Transnational Organized Crime'
     ' (2000 November 15)"@en', "instrument/untoc"),
    ('x:1 skos:prefLabel "Vienna (Austria)"@en', "place/vienna"),
    ('x:1 skos:prefLabel "Austria--Vienna"@en', "place/vienna"),
    ('x:1 xl:prefLabel x:l . x:l xl:literalForm "debt bondage"@en', "theme/debt-bondage"),
    ('x:1 skos:prefLabel "victim of crime"@en-GB', "population/victims"),
    ('x:1 skos:prefLabel "ILO (International Labour Organisation)"@en', "actor/ilo"),
]  # fmt: skip


@pytest.mark.parametrize(("turtle", "thing"), ALIKE, ids=[t for t, _ in ALIKE])
def test_another_spelling_number_or_order_is_the_same(
    tmp_path: Path, turtle: str, thing: str
) -> None:
    assert (thing, "exactMatch", "1") in pairs(proposals(tmp_path, f"{turtle} ."))


APART = [
    'x:1 skos:prefLabel "Slavery—Law and legislation"@en',
    'x:1 skos:prefLabel "Slavery -- Law and legislation"@en',
    'x:1 skos:prefLabel "Refugees--Legal status, laws, etc."@en',
    'x:1 skos:prefLabel "Slavery (Roman law)"@en',
    'x:1 skos:prefLabel "Corruption (Linguistics)"@en',
    'x:1 skos:prefLabel "Slavery in literature"@en',
    'x:1 skos:prefLabel "Slavery Convention (1956)"@en',
    'x:1 skos:prefLabel "Vienna (Va.)"@en',
    'x:1 skos:prefLabel "Vienna Convention"@en',
    'x:1 skos:prefLabel "Migration, Internal"@en',
    'x:1 skos:prefLabel "women victims"@en',
    'x:1 skos:prefLabel "migration"@fr',
    'x:1 skos:prefLabel "assistance"@fr',
    'x:1 rdfs:label "who"',
    'x:1 rdfs:label "WHO" ; a org:Organization',
    'x:1 rdfs:label "ILO" ; a org:Organization',
    'x:1 rdfs:label "ILO" ; skos:altLabel "International Law Office" ; a org:Organization',
    'x:1 rdfs:label "UN"@fr',
    'x:1 rdfs:label "ICT"@en',
    'x:1 skos:prefLabel "partnership"@en',
    'x:1 skos:prefLabel "international criminal courts"@en',
    'x:1 skos:prefLabel "Target 5.2"@en',
    'x:1 skos:prefLabel "Convention No. 29"@en',
    'x:1 skos:prefLabel "General Assembly"@en ; a org:Organization',
    'x:1 rdfs:label "Mark Shaw" ; a schema:Person',
    'x:1 rdfs:label "Vienna" ; a schema:Person',
    'x:1 rdfs:label "Mexico" ; a x:FamilyName',
    'x:1 rdfs:label "Mexico City"@en ; skos:altLabel "Mexico"@en ; a schema:City',
    'x:1 rdfs:label "State of Mexico"@en ; skos:altLabel "Mexico"@en',
    'x:1 rdfs:label "Estado de México"@es ; skos:altLabel "Mexico"@en ; a x:Province',
    'x:1 rdfs:label "Austria-Hungary"@en ; skos:altLabel "Austria"@en',
    'x:1 rdfs:label "United Kingdom of Great Britain and Ireland"@en ;'
    ' skos:altLabel "United Kingdom"@en',
    'x:1 rdfs:label "Qatar University Press"@en',
    'x:1 rdfs:label "Zwettl Convention"@en',
    'x:1 rdfs:label "Children (International law)"@en',
    'x:1 rdfs:label "Women migrant workers"@en',
    'x:1 rdfs:label "Turkey"@en ; a x:Taxon',
    'x:1 rdfs:label "Turkey"@en ; gn:featureCode gn:P.PPL ; gn:countryCode "US"',
    'x:1 gn:name "Vienna" ; gn:featureCode gn:P.PPL ; gn:countryCode "US"',
    'x:1 gn:name "Istanbul" ; gn:featureCode gn:A.ADM1 ; gn:countryCode "TR"',
    'x:1 rdfs:label "Slavery"@en ; schema:description "2011 film"@en',
    'x:1 rdfs:label "Impunity"@en ; wdt:P31 wd:Q482994',
    'x:1 rdfs:label "Interpol"@en ; a schema:MusicGroup',
    'x:1 rdfs:label "women"@en ; a schema:Book',
    'x:1 rdfs:label "migrants"@en ; a x:MigrationProcess',
    'x:1 rdfs:label "screening"@en ; a x:MedicalProcedure',
    'x:1 rdfs:label "corruption"@en ; a x:DataError',
    'x:1 rdfs:label "Global Compact for Migration Forum"@en',
    'x:1 a x:SoccerClub ; rdfs:label "Austria"@en',
    'x:1 a owl:Thing, x:SoccerClub ; rdfs:label "Austria"@en',
    'x:1 a x:Bird ; rdfs:label "Turkey"@en',
    'x:1 a x:Bird ; rdfs:label "Turkey"@en ; x:codeISO2 "TR"',
    'x:1 a x:Steamer ; rdfs:label "International Labour Organization"@en',
    'x:1 a x:Racetrack ; rdfs:label "Vienna"@en',
    'x:1 skos:prefLabel "Mexico (N.M.)" ; skos:altLabel "Mexico"',
    'x:1 skos:prefLabel "Slavery (Roman law)" ; skos:altLabel "Slavery"',
    'x:1 rdfs:label "Australia" ; x:codeISO2 "AT"',
    'x:1 rdfs:label "C105 - Forced Labour Convention, 1930 (No. 29)"',
    'x:1 rdfs:label "C029 - Corruption"',
    'x:1 rdfs:label "United Nations Convention against Transnational Organized Crime, 1999"',
    'x:1 rdfs:label "United Nations Convention against Transnational Organized Crime,'
    ' Smuggling Protocol, 15 November 2000"',
    'x:1 rdfs:label "Corruption, 2000"',
    'x:1 skos:notation "5" ; rdfs:label "five"@en',
    'x:1 skos:notation "MEX" ; rdfs:label "something"@en',
    'x:1 x:codeISO3 "AUT" ; rdfs:label "Graz"@en',
    'x:1 rdfs:label "health policy"@en ; skos:altLabel "health"@en',
]


@pytest.mark.parametrize("turtle", APART)
def test_what_only_looks_alike_is_not_proposed(tmp_path: Path, turtle: str) -> None:
    iso = curated("actor/at", "http://publications.europa.eu/resource/authority/country/AUT")
    assert not pairs(proposals(tmp_path, f"{turtle} .", iso))


def test_homonyms_are_told_apart_by_what_is_said_of_them(tmp_path: Path) -> None:
    found = proposals(
        tmp_path,
        """
        x:1 rdfs:label "Vienna"@en ; gn:countryCode "AT" ; gn:featureCode gn:P.PPLC .
        x:2 rdfs:label "Vienna"@en ; gn:countryCode "US" ; gn:featureCode gn:P.PPL .
        x:3 rdfs:label "Interpol"@en ; a org:Organization .
        x:4 rdfs:label "Interpol"@en ; schema:description "American rock band"@en .
        x:5 rdfs:label "Mexico"@en ; a x:SovereignState .
        x:6 rdfs:label "Mexico"@en ; a x:Municipality .
        """,
        curated("actor/at", "http://publications.europa.eu/resource/authority/country/AUT"),
    )
    assert pairs(found) == {
        ("place/vienna", "exactMatch", "1"),
        ("actor/interpol", "exactMatch", "3"),
        ("actor/mx", "exactMatch", "5"),
    }


def test_a_town_lies_in_the_state_that_wikidata_names(tmp_path: Path) -> None:
    turtle = """
        x:1 rdfs:label "Vienna"@en ; wdt:P17 wd:Q40 . x:2 rdfs:label "Vienna"@en ; wdt:P17 wd:Q30 .
        wd:Q40 rdfs:label "Austria"@en . wd:Q30 rdfs:label "United States"@en .
    """
    found = pairs(proposals(tmp_path, turtle))
    assert ("place/vienna", "exactMatch", "1") in found
    assert ("place/vienna", "exactMatch", "2") not in found


def test_what_fits_two_things_of_the_target_is_left_open(tmp_path: Path) -> None:
    turtle = 'x:1 rdfs:label "Vienna" . x:2 rdfs:label "Vienna" . x:3 rdfs:label "Corruption" .'
    found = proposals(tmp_path, f'{turtle} x:4 rdfs:label "corruption" .')
    assert not found.matches
    assert reasons(found)["place/vienna", "1"] == "several things of the target fit equally"


def test_of_two_of_our_things_of_one_name_one_is_the_same_and_the_other_near(
    tmp_path: Path,
) -> None:
    found = proposals(tmp_path, 'x:1 rdfs:label "private sector"@en .')
    assert pairs(found) == {
        ("actor/private-sector", "exactMatch", "1"),
        ("theme/private-sector", "closeMatch", "1"),
    }


def test_a_name_belongs_to_the_thing_that_prefers_it(tmp_path: Path) -> None:
    found = proposals(tmp_path, 'x:1 rdfs:label "decent work"@en .')
    assert ("theme/decent-work", "exactMatch", "1") in pairs(found)
    assert ("principle/decent-work", "closeMatch", "1") in pairs(found)


def test_of_too_many_things_of_one_name_the_first_are_left_open_and_all_counted(
    tmp_path: Path,
) -> None:
    turtle = "".join(f'x:{n} rdfs:label "corruption"@en .\n' for n in range(400))
    found = proposals(tmp_path, turtle)
    assert not found.matches
    assert len(found.abstained) < 50
    said = [row.reason for row in found.abstained if not row.object]
    assert any(reason.startswith("400 things are named corruption") for reason in said)
    assert any(reason.endswith("several things of the target fit equally") for reason in said)


def test_a_concept_that_takes_in_another_of_ours_is_near_and_not_the_same(tmp_path: Path) -> None:
    turtle = 'x:1 skos:prefLabel "slavery"@en ; skos:altLabel "forced labour"@en .'
    assert pairs(proposals(tmp_path, turtle)) >= {
        ("theme/slavery", "closeMatch", "1"),
        ("theme/forced-labour", "broadMatch", "1"),
    }


def test_a_wider_and_a_narrower_term_are_said_to_be_so(tmp_path: Path) -> None:
    turtle = """
        x:1 skos:prefLabel "organised crime"@en .
        x:5 skos:prefLabel "smuggling"@en .
        x:2 skos:prefLabel "xenophobia"@en .
        x:3 skos:prefLabel "labour standards"@en .
        x:4 skos:prefLabel "human trafficking"@en ; skos:altLabel "trafficking in persons"@en ,
            "child trafficking"@en .
    """
    assert pairs(proposals(tmp_path, turtle)) >= {
        ("theme/transnational-crime", "broadMatch", "1"),
        ("theme/smuggling-of-migrants", "broadMatch", "5"),
        ("theme/xenophobia", "narrowMatch", "2"),
        ("theme/international-labour-standards", "broadMatch", "3"),
        ("theme/trafficking-in-persons", "exactMatch", "4"),
        ("theme/child-trafficking", "broadMatch", "4"),
    }


def test_identifiers_come_before_names(tmp_path: Path) -> None:
    turtle = """
        x:1 dct:identifier "A/RES/71/1" ; dct:title "Some other title"@en .
        x:2 a eli:LegalResource ; dct:identifier "XVIII-12-a" ; dct:title "A protocol"@en .
        x:3 a schema:Country ; x:codeISO3 "AUT" ; rdfs:label "Autriche"@fr .
        x:5 a schema:Country , skos:Concept ; x:codeISO3 "MEX" ; rdfs:label "Mexico"@en .
        x:4 owl:sameAs <https://www.wikidata.org/wiki/Q54129> ; rdfs:label "BIT"@fr .
        <http://metadata.un.org/UNMS/040> rdfs:label "Autriche (membre)"@fr .
    """
    found = proposals(
        tmp_path,
        turtle,
        curated("actor/at", "http://publications.europa.eu/resource/authority/country/AUT"),
        curated("actor/ilo", "http://www.wikidata.org/entity/Q54129"),
    )
    assert {
        ("instrument/ny-declaration", "exactMatch", "1"),
        ("instrument/trafficking-protocol", "sameAs", "2"),
        ("actor/at", "sameAs", "3"),
        ("actor/mx", "exactMatch", "5"),
        ("actor/ilo", "exactMatch", "4"),
    } <= pairs(found)


def test_an_iri_identifies_whatever_comes_before_it_in_its_namespace(tmp_path: Path) -> None:
    turtle = """
        @prefix sdg: <http://metadata.un.org/sdg/> .
        sdg:Goals a skos:OrderedCollection .
        sdg:C160101 a skos:Concept ; skos:prefLabel "Homicides per person"@en .
        sdg:16 a skos:Concept ; skos:prefLabel "Societies without violence"@en .
    """
    assert pairs(proposals(tmp_path, turtle)) == {("instrument/sdg-16", "exactMatch", "16")}


def test_an_identifier_that_several_things_have_identifies_none(tmp_path: Path) -> None:
    turtle = 'x:1 dct:identifier "A/RES/71/1" ; dct:title "Part 1" .'
    found = proposals(tmp_path, f'{turtle} x:2 dct:identifier "A/RES/71/1" ; dct:title "Part 2" .')
    assert not found.matches
    assert set(reasons(found).values()) == {"an identifier that several things of the target share"}


def test_links_of_the_target_are_followed_to_what_we_match(tmp_path: Path) -> None:
    found = proposals(
        tmp_path,
        """
        x:1 skos:exactMatch <https://thesaurus.example.net/7/> ; skos:prefLabel "blanchiment"@fr .
        x:2 skos:closeMatch <http://thesaurus.example.net/8> ; skos:prefLabel "corruption"@fr .
        """,
        curated("theme/money-laundering", "http://thesaurus.example.net/7"),
        curated("theme/corruption", "http://thesaurus.example.net/8"),
    )
    assert pairs(found) == {
        ("theme/money-laundering", "exactMatch", "1"),
        ("theme/corruption", "closeMatch", "2"),
    }
    assert all(m.justification.endswith("MappingChaining") for m in found.matches)


def test_what_is_curated_is_not_proposed_again_and_not_contradicted(tmp_path: Path) -> None:
    turtle = 'x:1 skos:prefLabel "corruption"@en . x:2 skos:prefLabel "Impunity"@en .'
    known = (curated("theme/corruption", "http://example.org/x/1"),
             curated("theme/impunity", "http://example.org/x/9"))  # fmt: skip
    found = proposals(tmp_path, turtle, *known)
    assert not found.matches
    assert found.known == 1
    assert reasons(found)["theme/impunity", "2"].startswith("curated: ")


def test_no_two_exact_matches_meet_in_one_scheme_or_one_object(tmp_path: Path) -> None:
    turtle = """
        x:1 skos:prefLabel "refugees"@en . x:2 skos:prefLabel "refugees"@en .
        x:3 skos:prefLabel "trafficking in persons"@en ; skos:altLabel "child trafficking"@en .
    """
    found = proposals(tmp_path, turtle)
    exact = [(m.subject, m.object) for m in found.matches if m.predicate == EXACT]
    assert len({s for s, _ in exact}) == len({o for _, o in exact}) == len(exact) == 1


def test_the_order_of_a_file_does_not_count(tmp_path: Path) -> None:
    lines = [
        'x:1 skos:prefLabel "Human trafficking"@en .',
        'x:1 skos:altLabel "Trafficking in persons"@en .',
        'x:2 xl:prefLabel x:l .',
        'x:l xl:literalForm "slavery"@en .',
        'x:1 skos:altLabel "Trafficking of persons"@en .',
    ]  # fmt: skip
    forward = proposals(tmp_path, "\n".join(lines))
    assert forward == proposals(tmp_path, "\n".join(reversed(lines)))
    assert len(forward.matches) == 3


def test_the_title_of_a_text_is_that_of_the_act_which_it_is_of(tmp_path: Path) -> None:
    turtle = """
        x:act a eli:LegalResource ; eli:is_realized_by x:act-en .
        x:act-en a eli:LegalExpression ;
            eli:title "UN Convention against Transnational Organised Crime"@en .
        x:other-en a eli:LegalExpression ; eli:realizes x:other ;
            eli:title "New York Declaration for Refugees and Migrants"@en .
        x:alone a eli:LegalExpression ; eli:title "Global Compact for Migration"@en .
    """
    assert pairs(proposals(tmp_path, turtle)) == {
        ("instrument/untoc", "exactMatch", "act"),
        ("instrument/ny-declaration", "exactMatch", "other"),
    }


def test_a_folder_and_packed_files_are_read_together(tmp_path: Path) -> None:
    import gzip

    (tmp_path / "a").mkdir()
    label = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    (tmp_path / "a" / "one.nt").write_text(f'<http://e.org/1> {label} "impunity"@en .\n')
    with gzip.open(tmp_path / "two.nt.gz", "wt") as file:
        file.write(f'<http://e.org/2> {label} "debt bondage"@en .\n')
    (tmp_path / "notes.md").write_text("not RDF")
    assert {m.object for m in linked(str(tmp_path), ours()).proposals.matches} == {
        "http://e.org/1",
        "http://e.org/2",
    }


def test_the_comment_says_which_names_agree(tmp_path: Path) -> None:
    found = proposals(tmp_path, 'x:1 skos:prefLabel "crime victims"@en .')
    comment = found.matches[0].comment
    assert "our alt “victims of crime” = their pref “crime victims”" in comment


TAKING_IN = [
    ('skos:prefLabel "Human trafficking" ; skos:altLabel "Human smuggling"',
     ("theme/trafficking-in-persons", "closeMatch", "1")),
    ('skos:prefLabel "People smuggling" ; skos:altLabel "smuggling of migrants",'
     ' "human trafficking"', ("theme/smuggling-of-migrants", "closeMatch", "1")),
    ('skos:prefLabel "Smuggling" ; skos:altLabel "Smuggling of migrants", "Smuggling of goods"',
     ("theme/smuggling-of-migrants", "broadMatch", "1")),
]  # fmt: skip


@pytest.mark.parametrize(("turtle", "expected"), TAKING_IN)
def test_what_takes_in_more_is_the_same_by_no_rule(
    tmp_path: Path, turtle: str, expected: tuple[str, str, str]
) -> None:
    found = pairs(proposals(tmp_path, f"x:1 {turtle} ."))
    assert expected in found
    assert not {predicate for _, predicate, _ in found} & {"exactMatch", "sameAs"}


NO_CONCEPTS = [
    "owl:Ontology", "skos:ConceptScheme", "skos:Collection", "skos:OrderedCollection",
    "<http://www.w3.org/ns/dcat#Dataset>", "<http://rdfs.org/ns/void#Dataset>",
    "<http://www.w3.org/1999/02/22-rdf-syntax-ns#Property>", "owl:ObjectProperty",
    "owl:DatatypeProperty", "rdfs:Datatype",
]  # fmt: skip


@pytest.mark.parametrize("kind", NO_CONCEPTS)
def test_what_a_graph_is_made_of_is_no_counterpart(tmp_path: Path, kind: str) -> None:
    turtle = f'x:1 a {kind} ; rdfs:label "Trafficking in persons"@en .'
    found = proposals(tmp_path, turtle)
    assert not found.matches
    reason = reasons(found)["theme/trafficking-in-persons", "1"]
    assert reason.startswith("the other is no concept: ")


def test_what_is_withdrawn_gives_way_to_what_is_in_use(tmp_path: Path) -> None:
    turtle = """
        x:1 skos:prefLabel "corruption"@en ; owl:deprecated true .
        x:2 skos:prefLabel "corruption"@en ; owl:deprecated false .
    """
    found = proposals(tmp_path, turtle)
    assert pairs(found) == {("theme/corruption", "exactMatch", "2")}
    assert reasons(found) == {("theme/corruption", "1"): "withdrawn there"}


def test_a_year_that_we_do_not_know_is_said_to_be_unknown(tmp_path: Path) -> None:
    label = "International Labour Organization (1919)"
    found = reasons(proposals(tmp_path, f'x:1 rdfs:label "{label}" .'))
    assert found["actor/ilo", "1"] == f"its year is not known here: {label}"


def test_a_code_that_differs_is_said(tmp_path: Path) -> None:
    found = reasons(proposals(tmp_path, 'x:1 rdfs:label "Australia" ; x:codeISO2 "AT" .'))
    assert found["actor/au", "1"] == "its alpha2 is AT, and ours AU"


def test_a_state_is_not_crowded_out_by_what_stands_before_its_name_in_brackets(
    tmp_path: Path,
) -> None:
    turtle = "".join(f'x:{n} skos:prefLabel "Museum {n} (Austria)" .\n' for n in range(400))
    found = proposals(tmp_path, f'{turtle} x:at skos:prefLabel "Austria" .')
    assert pairs(found) == {("actor/at", "exactMatch", "at")}


WITHDRAWN = [
    "dct:isReplacedBy x:2",
    "<http://www.w3.org/ns/adms#status> <http://s.example/RETIRED>",
    "<http://publications.europa.eu/ontology/euvoc#status> <http://s.example/DEPRECATED>",
    "a owl:DeprecatedClass",
    "a <http://www.loc.gov/mads/rdf/v1#DeprecatedAuthority>",
    'rdfs:comment "DEPRECATED: use the other."@en',
    "<http://purl.obolibrary.org/obo/IAO_0100001> x:2",
    "schema:supersededBy x:2",
    '<http://www.w3.org/2003/06/sw-vocab-status/ns#term_status> "archaic"',
    '<http://publications.europa.eu/ontology/authority/deprecated> "true"',
]


@pytest.mark.parametrize("said", WITHDRAWN)
def test_what_is_withdrawn_is_left_open_and_its_successor_proposed(
    tmp_path: Path, said: str
) -> None:
    turtle = f"""
        x:1 skos:prefLabel "corruption"@en ; {said} .
        x:2 skos:prefLabel "corruption"@en .
    """
    found = proposals(tmp_path, turtle)
    assert pairs(found) == {("theme/corruption", "exactMatch", "2")}
    reason = reasons(found)["theme/corruption", "1"]
    assert reason.startswith("withdrawn there")
    assert ("x/2>" in reason) == ("x:2" in said)


ELSEWHERE = [
    'skos:prefLabel "Recruitment"@en ; skos:definition "Addition of young fish to a stock."@en',
    'skos:prefLabel "Turkey"@en ; skos:broader x:9 . x:9 skos:prefLabel "Poultry"@en',
    'skos:prefLabel "Children"@en ; skos:broader x:9 . x:9 skos:prefLabel "Tree structures"@en',
    'skos:prefLabel "Asylums"@en ; skos:definition "Hospitals for the mentally ill."@en',
    'skos:prefLabel "Perception"@en',
    'skos:prefLabel "Capacity"@en',
    'schema:name "New York" ; a schema:State ; schema:addressCountry "US"',
    'skos:prefLabel "Interpreters (Computer programs)"@en',
    'skos:prefLabel "Vienna"@en ; skos:broader x:9 . x:9 skos:prefLabel "Virginia"@en',
    'skos:prefLabel "New York"@en ; dct:isPartOf x:9 . x:9 skos:prefLabel "United Kingdom"@en',
    'skos:prefLabel "Georgia"@en ; skos:broader x:9 . x:9 skos:prefLabel "United States"@en',
    'skos:prefLabel "slavery"@en ; a schema:CreativeWork',
]


@pytest.mark.parametrize("said", ELSEWHERE)
def test_what_is_said_around_a_name_tells_that_it_means_something_else(
    tmp_path: Path, said: str
) -> None:
    found = proposals(tmp_path, f"x:1 {said} .")
    assert not {pair for pair in pairs(found) if pair[2] == "1"}
    assert found.abstained


def test_a_name_and_a_link_that_contradict_each_other_propose_nothing(tmp_path: Path) -> None:
    known = curated("theme/corruption", "http://www.wikidata.org/entity/Q366")
    turtle = 'x:1 skos:prefLabel "slavery"@en ; skos:exactMatch wd:Q366 .'
    assert not {p for p in pairs(proposals(tmp_path, turtle, known)) if p[1] == "exactMatch"}


DATED = [
    ("Abolition of Forced Labour Convention, 1957", "instrument/ilo-c105"),
    ("Convention, Rights of the Child", "instrument/crc"),
    ("International Covenant on Civil and Political Rights (1966)", "instrument/iccpr"),
    ("Convention against Torture and Other Cruel Inhuman or Degrading Treatment or Punishment",
     "instrument/cat"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "thing"), DATED)
def test_an_instrument_is_known_without_its_number_with_its_year_and_in_another_order(
    tmp_path: Path, label: str, thing: str
) -> None:
    found = proposals(tmp_path, f'x:1 rdfs:label "{label}"@en .')
    assert (thing, "exactMatch", "1") in pairs(found)


def test_of_two_headings_for_an_instrument_that_with_the_day_is_the_same(tmp_path: Path) -> None:
    name = "United Nations Convention against Transnational Organized Crime"
    turtle = f'x:1 rdfs:label "{name} (2000)" . x:2 rdfs:label "{name} (2000 November 15)" .'
    found = pairs(proposals(tmp_path, turtle))
    assert ("instrument/untoc", "exactMatch", "2") in found
    assert ("instrument/untoc", "exactMatch", "1") not in found


def test_names_on_blank_nodes_and_classes_without_names_are_read(tmp_path: Path) -> None:
    turtle = """
        x:1 a skos:Concept ; xl:prefLabel [ a xl:Label ; xl:literalForm "slavery"@en ] .
        x:HumanTrafficking a owl:Class .
    """
    found = pairs(proposals(tmp_path, turtle))
    assert ("theme/slavery", "exactMatch", "1") in found
    assert ("theme/trafficking-in-persons", "exactMatch", "HumanTrafficking") in found


def test_a_vocabulary_of_notations_alone_is_read(tmp_path: Path) -> None:
    found = proposals(tmp_path, 'x:1 skos:notation "A/RES/71/1" .')
    assert pairs(found) == {("instrument/ny-declaration", "exactMatch", "1")}


@pytest.mark.parametrize("name", ["suisse, Confédération", "Suisse (Confédération)"])
def test_names_in_other_languages_agree_only_as_they_are_written(tmp_path: Path, name: str) -> None:
    found = proposals(tmp_path, f'x:1 a schema:Country ; rdfs:label "{name}"@fr .')
    assert not pairs(found) and not reasons(found)
    same = proposals(tmp_path, 'x:1 a schema:Country ; rdfs:label "CONFÉDÉRATION suisse"@fr .')
    assert pairs(same) == {("actor/ch", "exactMatch", "1")}


def test_names_in_other_languages_are_used_and_said_to_be_the_only_ones(tmp_path: Path) -> None:
    path = tmp_path / "target.nt"
    label = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    path.write_text(f'<{"http://e.org/1"}> {label} "Menschenhandel"@de .\n', encoding="utf-8")
    found = linked(str(path), ours())
    assert pairs(found.proposals) == {("theme/trafficking-in-persons", "exactMatch", "1")}
    assert found.note.startswith("no English names: only de")


def test_what_joins_two_of_our_things_is_wider_than_both(tmp_path: Path) -> None:
    turtle = 'x:1 skos:prefLabel "Refugees and stateless persons"@en .'
    assert pairs(proposals(tmp_path, turtle)) == {
        ("population/refugees", "broadMatch", "1"),
        ("population/stateless-persons", "broadMatch", "1"),
    }


def test_a_note_that_takes_in_another_of_our_things_makes_a_match_close(tmp_path: Path) -> None:
    turtle = """x:1 skos:prefLabel "Trafficking in persons"@en ;
        skos:scopeNote "Use also for smuggling of migrants."@en ."""
    assert ("theme/trafficking-in-persons", "closeMatch", "1") in pairs(proposals(tmp_path, turtle))


SYNONYMS = [
    ("Undocumented immigrants", "population/irregular-migrants", "exactMatch"),
    ("Civil servants", "actor/public-officials", "exactMatch"),
    ("Human migration", "theme/migration", "exactMatch"),
    ("Illegal immigration", "theme/irregular-migration", "closeMatch"),
    ("Freedom of assembly", "theme/human-rights", "narrowMatch"),
]


@pytest.mark.parametrize(("label", "thing", "relation"), SYNONYMS)
def test_a_name_that_others_use_is_worth_what_is_said_of_it(
    tmp_path: Path, label: str, thing: str, relation: str
) -> None:
    found = proposals(tmp_path, f'x:1 skos:prefLabel "{label}"@en .')
    assert (thing, relation, "1") in pairs(found)


def test_tags_that_are_no_language_are_counted_and_named(tmp_path: Path) -> None:
    path = tmp_path / "target.ttl"
    labels = '"statelessness"@english', '"remittances"@english', '"border"@en-GB', '"x"@i-klingon'
    names = "".join(f"x:{n} skos:prefLabel {label} .\n" for n, label in enumerate(labels))
    path.write_text(PREFIXES + names)
    found = linked(str(path), ours())
    assert found.note.startswith("names with tags of no language: 2 (@english (2)); use @en")
