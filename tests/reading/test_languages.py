"""Documents in French and Spanish: what they ask for is told by verbs, headings and marks."""

from __future__ import annotations

import pytest
from reading.test_documents import asked, read, said

FRENCH = """Comité contre la torture
Observations finales concernant le troisième rapport périodique du Togo

C. Principaux sujets de préoccupation et recommandations

8. Le Comité est préoccupé par l’état des prisons de l’État partie.

9. L’État partie devrait fermer ces prisons.

10. Le Comité note que l’État partie paie mal ses juges. Le Comité l’engage à :

a) Mieux les payer ;

b) Les former.
"""
SPANISH = """Comité contra la Tortura
Observaciones finales sobre el tercer informe periódico de Chile

C. Principales motivos de preocupación y recomendaciones

8. Preocupa al Comité el estado de las cárceles del Estado parte.

9. El Comité recomienda al Estado parte que cierre esas cárceles.

10. El Comité acoge con satisfacción la ley del Estado parte, e insta al Estado parte a que:

a) Pague mejor a los jueces;

b) Los forme.
"""
RESOLUTION = """Résolution adoptée par le Conseil des droits de l’homme

Le Conseil des droits de l’homme,

Rappelant la Charte,

Prenant note du rapport,

1. Réaffirme les droits des migrants ;

2. Engage les États à :

a) Former les juges ;

3. Prie le Haut-Commissaire de rédiger un rapport ;

4. Décide de rester saisi de la question.
"""
DECLARATION = """DECLARACIÓN DE BRASILIA

RECONOCIENDO los avances de la región,

ACUERDAN:

1. Promover la ratificación.

2. Agradecer al Gobierno su hospitalidad.
"""
REPORT = """Rapport du Rapporteur spécial

V. Recommandations

70. Les États devraient :

a) Former les juges ;

71. Le nombre de migrants a doublé.
"""


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (FRENCH, "observations-in-french-or-spanish", ["L’État", "Mieux", "Les"]),
        (SPANISH, "observations-in-french-or-spanish", ["El", "Pague", "Los"]),
        (RESOLUTION, "resolution-in-french-or-spanish", ["Former", "Prie"]),
        (DECLARATION, "resolution-in-french-or-spanish", ["Promover"]),
        (REPORT, "general", ["Former"]),
    ],
)
def test_what_is_asked_in_french_and_spanish_is_told(
    text: str, kind: str, expected: list[str]
) -> None:
    reading = read(text)
    assert reading.profile == kind
    assert [words.split()[0] for words in asked(reading.document)] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (FRENCH, {"recommendedBy": "Comité contre la torture", "addressedTo": "Togo"}),
        (SPANISH, {"recommendedBy": "Comité contra la Tortura", "addressedTo": "Chile"}),
    ],
)
def test_who_asks_and_who_is_asked_stands_in_front(text: str, names: dict[str, str]) -> None:
    document = read(text).document
    (first, *_) = document.recommendations()
    assert {a.relation: document.text[a.start : a.end] for a in first.attributes} == names


def test_the_state_party_is_whom_the_front_names() -> None:
    for text, state in ((FRENCH, "Togo"), (SPANISH, "Chile")):
        assert set(said(read(text).document, "addressedTo")) == {state}


def test_the_state_of_a_french_report_without_a_number_is_asked() -> None:
    title = "concernant le rapport du Togo valant rapport initial"
    text = FRENCH.replace("concernant le troisième rapport périodique du Togo", title)
    assert set(said(read(text).document, "addressedTo")) == {"Togo"}


MIXED = """Nations Unies

CRPD/C/TGO/CO/1

Comité des droits des personnes handicapées

Observations finales concernant le rapport initial du Togo

1. The Committee considered the report at its meeting.

2. The Committee is concerned that ports are closed.

3. The Committee recommends that the State party open all the ports.
"""


def test_a_french_front_above_english_observations_says_who_asks_whom() -> None:
    reading = read(MIXED)
    assert reading.profile == "concluding-observations"
    assert said(reading.document, "addressedTo") == ["Togo"]
    assert said(reading.document, "recommendedBy") == [
        "Comité des droits des personnes handicapées"
    ]
