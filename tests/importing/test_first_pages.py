"""Symbol, date and title of a document are told from first pages of many makes."""

from __future__ import annotations

import pytest

from gcm_kg.importing.first_page import first_page
from gcm_kg.importing.subtitles import completed, with_body, with_report

DATES = {
    "Issued on 03.11.2031": "2031-11-03",
    "Date of issue: 2031/11/03": "2031-11-03",
    "3rd of November, 2031": "2031-11-03",
    "3 Nov. 2031": "2031-11-03",
    "3-Nov-2031": "2031-11-03",
    "Sept. 5, 2031": "2031-09-05",
    "Lima, 30 September – 2 October 2031": "2031-10-02",
    "Lima, November 2-3, 2031": "2031-11-03",
    "Resolution adopted by the Council on 3 November 2031": "2031-11-03",
    "Statements for the year ended 31 December 2031": "",
    "Generated 3 November 2031": "",
    "November 2031": "2031-11",
    "Lima, November 2031": "2031-11",
    "Published in Lima in Nov. 2031": "2031-11",
    "Reporting period: November 2031": "",
    "It met in November 2031": "",
    "May 2030 – November 2031": "",
    "Visit from 3 to 5 November 2031": "",
    "Visit of the delegation\n\nfrom 3 to 5 November 2031": "",
    "It visited ports on 3 November 2031.\n\n5 May 2032": "2032-05-05",
    "It visited ports. Lima, 5 May 2032": "2032-05-05",
    "November 2031\n\n5 May 2032": "2032-05-05",
    "November 2031\n\nIt began on 5 May 2030.": "2031-11",
    "version 1.2.2031.4": "",
    "Visit of the Board\n\nAdopted on 3 November 2031": "2031-11-03",
    "Assessment report, November 2031": "2031-11",
    "Policy brief No. 7, November 2031": "2031-11",
    "10–14 January 2031\n\nReport published 3 November 2031": "2031-11-03",
    "Lima, 10–14 January 2031\n\nPublished on 3 November 2031": "2031-01-14",
    "Presented to Parliament in November 2031": "2031-11",
    "Version of 3 November 2031": "2031-11-03",
    "03/11/2031": "",
    "At the conference on ports held in Lima on 3 November 2031, all spoke.": "",
    "Following the visit on 3 November 2031, ports were opened.": "",
    "The board met on 3 November 2031. " + "Ports are old. " * 20: "",
}


@pytest.mark.parametrize("line", DATES)
def test_a_date_is_read_however_it_is_written_unless_it_may_be_two(line: str) -> None:
    assert first_page(f"Report on work\n\n{line}\n").date == DATES[line]


@pytest.mark.parametrize("symbol", ["EX.CL/1234(XXXIV)", "E/ESCAP/73/5", "LC/L.4388"])
def test_a_symbol_with_one_stroke_is_one_where_its_form_says_so(symbol: str) -> None:
    assert first_page(f"Union\n\n{symbol}\n\nReport on work\n").symbol == symbol


TITLES = {
    "Senate of Togo\nCommittee on Guests\n\nHotels in ports": "Hotels in ports",
    "Defensoría del Pueblo de Lomas\n\nInforme sobre huéspedes": "Informe sobre huéspedes",
    "INTERNAL AUDIT REPORT\n\nHotels in ports\n\n# Summary of findings\n\nText.": "Hotels in ports",
    "# Summary of findings\n\nText.": "Summary of findings",
    "# Visit to Togo\n\n# Report of the Expert on guests\n\nText.":
        "Visit to Togo – Report of the Expert on guests",
    "AUDITOR GENERAL OF TOGO\n\nCourses for guests\nReport No. 8 of 2031": "Courses for guests",
    "Guests Commission of Togo\nTenth report on guests\nLome, 2031\nCHAPTER FOUR. HOMES":
        "Tenth report on guests",
    "Committee on the Protection of the Rights\nof All Guests in\nPorts of Call\n\nWork of all":
        "Work of all",
    "International Convention on the\nRights of All\nGuests and Friends\n\nWork of the guests":
        "Work of the guests",
    "Tenth session\nAgenda item 3\n\nVisit to Togo\n\nReport of the Expert on guests":
        "Visit to Togo – Report of the Expert on guests",
    "Tenth session\nAgenda item 3\nWork of all\n\n60/2. Rights of\nguests\n\nThe Council,":
        "60/2. Rights of guests",
    "Tenth session\nItem 7 (b) of the provisional agenda\nWork of all\n\nProtection of guests":
        "Protection of guests",
    "Views adopted on communication No. 7/2031*\n\nCommunication submitted by: A. B.":
        "Views adopted on communication No. 7/2031",
    "Asamblea General\n9 de mayo de 2033\nEspañol\n\nVisita a Togo": "Visita a Togo",
    "House of Guests\nHome Committee\nFifth Report of Session 2033–34\n\nHotels in ports":
        "Hotels in ports",
    "# Resolution 2790 (2032)\n\n## Workers in fields\n\nText.": "Workers in fields",
    "Recommendation 2790 (2032)\n\nWorkers in fields\n\nAuthor: All": "Workers in fields",
    "# Universal periodic review\n\n## Togo\n\nText.": "Universal periodic review – Togo",
    "# Universal periodic review*\n\n# Togo\n\n## Addendum\n\n# Views\n":
        "Universal periodic review – Togo – Addendum",
    "Recommendation CM/Rec(2033)4 of the Committee to all":
        "Recommendation CM/Rec(2033)4 of the Committee to all",
    "UNITED\nNATIONS\n\nSocial\nCouncil\n\nMEETING OF THE PARTIES\n\nREPORT ON THE TALKS":
        "REPORT ON THE TALKS",
    "United Nations X/74/5/Add.1*\n\nReport of the Board on work": "Report of the Board on work",
    "OFFICE OF THE AUDITOR\n\nSpecial study of detention": "Special study of detention",
    "Summary report\n\nTalks on agreements of work": "Talks on agreements of work",
    "Executive Committee of the Fund\nStanding Committee\n7th meeting\n\nUpdate on camps":
        "Update on camps",
    "Convention on the Rights of Rivers": "Convention on the Rights of Rivers",
    "SUMMARY OF TALKS OF THE\nCOMMITTEE ON WORK": "SUMMARY OF TALKS OF THE COMMITTEE ON WORK",
    "Briefing note on camps\n\nIt follows X/RES/73/5 and X/C/40/1.": "Briefing note on camps",
    "United Nations General Assembly\n\nHuman Rights Council\n\nStudy of camps": "Study of camps",
    "Review of the Council\n\nUnited Republic of Testland":
        "Review of the Council – United Republic of Testland",
    "Review of the Council\n\nForeword": "Review of the Council",
    "Review of the Council\n\nPeru, Togo": "Review of the Council",
    "Review of the Council\n\nRivers and Ports of the United Republic of Testland":
        "Review of the Council",
    "Executive Committee of the\nFund of Rivers\n\nUpdate on camps": "Update on camps",
    "Convention on the Rights of Rivers\n\nSummary report": "Convention on the Rights of Rivers",
    "Universal periodic review\nTalks of the panel in Lima": "Talks of the panel in Lima",
    "Decision adopted by the Human Rights Council*\n\n14/105\nRights of guests":
        "Rights of guests",
    "| |United Nations |X/1/2 |\n| | |28 July 2031 |\n\nStudy of homes": "Study of homes",
    "English only\n\nStudy of camps": "Study of camps",
    "X/1/2\nItem 3 (b) of the agenda\nRights of guests\nThe Secretary has the honour to send to\n"
    "all Members a report on it, which Ms. Doe\nmade in the year 2031.": "Rights of guests",
    "Peru, Togo: draft resolution\n43 /... Rights of guests\nThe Council,":
        "43 /... Rights of guests",
    "Study of camps\nBy the Board\nTable of contents\nForeword ....... 3\nResults ....... 7":
        "Study of camps By the Board",
    "NACIONES\nUNIDAS\n\nA\n\nEstudio de campamentos": "Estudio de campamentos",
    "Tenth session\nAgenda item 3\n\nWORK OF ALL\n\nReport of the Board on guests":
        "Report of the Board on guests",
    "Décimo período de sesiones\nTema 3 de la agenda\n\nTRABAJO DE TODOS\n\nInforme del Relator":
        "Informe del Relator",
    "Togo, Peru: draft resolution\n\n43 /… Rights of guests\n\nThe Council,":
        "43 /… Rights of guests",
    "Report of the Board on guests\n\nAddendum**\n\nMISSION TO TOGO\n(9-15 March 2031)":
        "Report of the Board on guests – Addendum – MISSION TO TOGO",
    "Review of the Council\n\nTogo\n\nAddendum\n\nViews on it":
        "Review of the Council – Togo – Addendum",
    "Tenth session\nItem 3 (b) of the agenda\n\nRights of guests\n\nNote by the Secretary":
        "Rights of guests",
    "Review of the Council\n\nTogo\n\nPeru": "Review of the Council – Togo",
    "RESOLUTION 2031/11\n\n3 May 2031\n\n22nd plenary meeting\n\nWork of guests at sea":
        "Work of guests at sea",
    "Joint Communiqué\n\nThird Conference of all members of the Lima Process\n\nLima, 3 May 2031":
        "Joint Communiqué – Third Conference of all members of the Lima Process",
    "Joint Communiqué\n\nWe, the Ministers, met at a Conference": "Joint Communiqué",
    "Report of the Group on the Review\nTogo\nAddendum\nViews of the State on it":
        "Report of the Group on the Review Togo Addendum",
    "Visit to Togo\n\nReport of the Special Rapporteur on ports, Jane Doe*\n\nSummary":
        "Visit to Togo – Report of the Special Rapporteur on ports, Jane Doe",
    "IOM Evaluation Report\n\nUse of tents at the border": "Use of tents at the border",
    "Tenth session\nAgenda item 3\nRights of all guests, on\nland and in ports,\nand at sea\n\n"
    "Visit to Togo\n\nReport of the Special Rapporteur on ports":
        "Visit to Togo – Report of the Special Rapporteur on ports",
    "Comité pour la protection des rivières\n\nBilan du Togo": "Bilan du Togo",
    "Tenth session\nItem 69 (b) of the preliminary list**\nWork of all\n\nGuests in ports":
        "Guests in ports",
    "REPUBLIC OF TOGO\n\nPARLIAMENT\n\nTHE NATIONAL ASSEMBLY\n\nReport on deaths of guests":
        "Report on deaths of guests",
    "GOVERNMENT OF TOGO\n\nPlan for ports": "Plan for ports",
    "Plan for ports and homes\n\nMay 2031\nLima": "Plan for ports and homes",
    "# Preventive Mechanism of Togo\n\n## Annual Report 2031":
        "Preventive Mechanism of Togo – Annual Report 2031",
    "HUMAN RIGHTS COMMISSION OF TOGO\n\nSubmission to the review of Togo":
        "Submission to the review of Togo",
    "Lima Coalition for Work\n\nShadow report to the Committee": "Shadow report to the Committee",
    "Lima Coalition for Work\n\nPorts of the coast": "Lima Coalition for Work",
    "AUDIT SERVICE\n\nDepartment of Ports and Homes\n\nAudit of ports": "Audit of ports",
    "Use of the border service\n\nPorts": "Use of the border service – Ports",
    "SUBMISSION ON WORK IN TOGO\n33rd session, May 2031": "SUBMISSION ON WORK IN TOGO",
    "Parliament of Togo\nStanding Committee on Ports\n\nPorts at night": "Ports at night",
    "General Assembly Official Records\nNinth session\nSupplement No. 5F\n\nFunds of the Board":
        "Funds of the Board",
    "POLICY BRIEF | MAY 2031\n\nHomes of guests": "Homes of guests",
    "CONFERENCE OF PORTS\n7th MEETING\n\nLima\n5 May 2031\n\nCOMMUNIQUÉ":
        "CONFERENCE OF PORTS 7th MEETING – COMMUNIQUÉ",
    "Office of the Ombudsman of Togo\n\nAnnual Report 2031":
        "Office of the Ombudsman of Togo – Annual Report 2031",
    "# Office of the Ombudsman of Togo\n\n## Annual Report 2031":
        "Office of the Ombudsman of Togo – Annual Report 2031",
    "# Office of the Ombudsman of Togo\n\n## Detention of guests": "Detention of guests",
    "Second Conference of the Lima Process on homes, work and fees\n\nLima, 5 May 2031\n\n"
    "Co-Chairs' Statement":
        "Second Conference of the Lima Process on homes, work and fees – Co-Chairs' Statement",
    "# Dialogue on Guests (LDG)\n\n## Report of the Meeting of Officials":
        "Dialogue on Guests (LDG) – Report of the Meeting of Officials",
    "# Dialogue on Guests (LDG)\n\n## Homes for all": "Dialogue on Guests (LDG)",
    "Report on the visit to Togo carried out by the Board of Homes\n\nfrom 3 to 7 May 2031":
        "Report on the visit to Togo carried out by the Board of Homes from 3 to 7 May 2031",
}  # fmt: skip


@pytest.mark.parametrize("front", TITLES, ids=range(len(TITLES)))
def test_names_of_bodies_and_kinds_above_a_title_are_none_of_it(front: str) -> None:
    assert first_page(f"{front}\n\nThe first sentence of it says little.\n").title == TITLES[front]


CROWDED = {
    "Parliamentary Assembly\nResolution 7 (2031)1\nProvisional version\nWork of guests at sea\n"
    "The Assembly of Regions,\nRecalling its work of 3 May 2029,": "Work of guests at sea",
    "Talks on work at sea\n1. The group met in May.\n2. It spoke.": "Talks on work at sea",
    "Talks on work at sea\nChair: Ann Doe (Peru)\nKey messages\n- Pay": "Talks on work at sea",
    "Today the group of many States that\nmet in Lima said so. Nobody\nspoke.": "",
    "International Convention on\nthe Rights of all Who Work\n\nConcluding observations on Peru":
        "Concluding observations on Peru",
    "New York Declaration of guests\nThe General Assembly\nAdopts it:":
        "New York Declaration of guests",
    "INTERNAL AUDIT DIVISION\nREPORT 2031/007\nAudit of tents in Peru\nAssignment No. A7":
        "Audit of tents in Peru",
    "United Nations\nAgenda item 23\nWork and its value\n77/176. Work at sea\nThe Assembly,":
        "77/176. Work at sea",
    "UNITED\nNATIONS A\n\nReport of the Board on work": "Report of the Board on work",
    "LOWLAND: Tier 2\nThe Government of Lowland makes efforts. It tried two people.":
        "LOWLAND: Tier 2",
    "Talks of the many guests who had\ncome to Lima began. Nobody spoke\nof work.": "",
    "Talks on work at sea\nExecutive summary\nAll ports were open": "Talks on work at sea",
    "Talks on work at sea\nAmong those who came:\nAnn Doe": "Talks on work at sea",
    "Talks on work at sea\n- Pay all\n- Train all": "Talks on work at sea",
    "Talks on work at sea\nKey messages\n\nLowland": "Talks on work at sea",
    "HOUSE OF LORDS\nSea Work Act 2025 Committee\nReport of Session 2031–32\nHL Paper 7\n"
    "Work at sea: time to row\nOrdered to be printed 3 May 2031": "Work at sea: time to row",
    "AG/RES. 77 (XL-O/31)\nWORK AT SEA\n(Adopted at the plenary session held on May 3, 2031)":
        "WORK AT SEA",
}  # fmt: skip


@pytest.mark.parametrize("front", CROWDED, ids=range(len(CROWDED)))
def test_a_title_ends_where_the_text_begins_without_blank_lines_too(front: str) -> None:
    assert first_page(f"{front}\n").title == CROWDED[front]


@pytest.mark.parametrize("symbol", ["GRETA(2031)11", "CPT/Inf (2031) 35", "P12_TA(2031)0007"])
def test_symbols_of_councils_are_read_where_they_stand_alone(symbol: str) -> None:
    assert first_page(f"{symbol}\n\nReport on work\n").symbol == symbol
    assert not first_page(f"Report on work\n\nIt follows {symbol} of May.\n").symbol
    assert not first_page(f"Report on work\n\nIt follows {symbol} of May\n").symbol
    assert first_page("Report on work\n", [f"{symbol}"]).symbol == symbol


@pytest.mark.parametrize("symbol", ["AG/RES. 77 (XL-O/31)", "XCHPR/Res.333 (EXT.OS/XIX) 2031"])
def test_the_number_of_a_resolution_with_its_session_is_its_symbol_and_none_of_the_title(
    symbol: str,
) -> None:
    for front in (f"{symbol}: Resolution on work", f"Resolution on work - {symbol}"):
        page = first_page(f"{front}\n\nThe first sentence of it says little.\n")
        assert (page.symbol, page.title) == (symbol, "Resolution on work")
    assert not first_page(f"Report on work\n\nIt follows {symbol} on homes.\n").symbol


def test_the_symbol_above_the_pages_goes_before_one_on_the_first_page() -> None:
    front = "Report on work\n\nX/HRC/98/6\n"
    assert first_page(front).symbol == "X/HRC/98/6"
    assert first_page(front, ["Page 2", "X/HRC/99/7"]).symbol == "X/HRC/99/7"


def test_a_symbol_in_a_long_line_or_once_on_a_later_page_is_that_of_another() -> None:
    line = "The Committee considered the report of Lowland, CAT/C/XYZ/2, at its second meeting, and"
    assert first_page(f"{line}\nthen closed it\n").symbol == "CAT/C/XYZ/2"
    assert not first_page(f"{line} at the third hour\nclosed it\n").symbol
    assert not first_page("Lowland\n" * 600 + "It met.\n\nX/HRC/99/7\n\nIt ended.\n").symbol


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("A/RES/86/12", "86/12. Talks on camps"),
        ("Microsoft Word - 31-12345E.docx", "86/12. Talks on camps"),
        ("Untitled", "86/12. Talks on camps"),
        ("31-12345.pdf", "86/12. Talks on camps"),
        ("Resolution on camps", "Resolution on camps"),
    ],
)
def test_a_file_that_says_a_symbol_or_its_own_name_says_no_title(given: str, title: str) -> None:
    text = "A/RES/86/12\n\nNinth session Agenda item 29\n\n86/12. Talks on camps\n\nIt met.\n"
    assert first_page(text, title=given).title == title


def test_a_title_that_is_too_long_is_cut_between_words() -> None:
    title = first_page(f"# {'rivers ' * 60}\n\nIt rained.\n").title
    assert title == f"{'rivers ' * 42}…"


def test_the_date_of_a_document_is_none_that_its_preamble_recalls() -> None:
    recalled = "We,\nRECALLING the Declaration on Work, signed on 13 January 2027 in Cebu;\n"
    assert not first_page(f"Declaration of Lowland\n{recalled}").date
    assert first_page(f"Declaration of Lowland\n{recalled}Done at Cebu, on 2 May 2031\n").date == (
        "2031-05-02"
    )


def test_a_date_that_stands_alone_goes_before_one_in_a_sentence() -> None:
    front = "Report on the visit to Lowland from 3 to 7 March 2030\n\nStrasbourg, 19 May 2031\n"
    assert first_page(front).date == "2031-05-19"


def test_a_resolution_has_the_date_of_its_adoption_and_not_of_its_distribution() -> None:
    front = (
        "Distr.: General\n7 January 2032\n\nResolution adopted by the Assembly on {}\n\nGuests\n"
    )
    assert first_page(front.format("16 December 2031")).date == "2031-12-16"
    assert first_page(front.format("a day in May")).date == "2032-01-07"


def test_a_symbol_may_be_glued_to_the_name_above_it_and_that_of_a_source_is_another() -> None:
    assert first_page("United NationsX/C/TGO/CO/4\nReport on guests\n").symbol == "X/C/TGO/CO/4"
    assert first_page("Report on guests\n\nSource of Position: X/C/59/15 - Para.3\n").symbol == ""


def test_the_number_of_an_assignment_is_no_symbol_of_the_document() -> None:
    front = "Audit of tents in Peru\n\n3 May 2031\nAssignment No. VR2031/167/01\n"
    assert first_page(front).symbol == ""


def test_a_month_far_below_the_front_is_no_date_of_the_document() -> None:
    assert first_page("Report on work\n\n" + "Lowland\n" * 20 + "May 2031\n").date == ""


def test_until_when_something_is_to_be_done_is_no_date_of_the_document() -> None:
    front = "Observations on Togo\n\nIt requests that the State report, by 1 May 2031, on ports.\n"
    assert first_page(front).date == ""


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Visit to Togo", "Visit to Togo – Report of the Expert on trade"),
        ("Trade in towns", "Trade in towns"),
    ],
)
def test_only_a_title_that_says_where_a_visit_went_has_whose_report_it_is(
    title: str, whole: str
) -> None:
    assert with_report(title, ["Report of the Expert on trade"]) == whole
    assert with_report(title, []) == title


@pytest.mark.parametrize(
    ("words", "block", "title"),
    [
        ("Report on homes", "Adopted by all", "Report on homes – PERU"),
        # a meeting has its place below, and so has what stands above a place with a day
        ("Consultation of the Lima Process on work", "Adopted by all", ""),
        ("Report on homes", "Lima, Peru\n5 May 2031", ""),
    ],
)
def test_a_place_below_a_title_is_none_of_it(words: str, block: str, title: str) -> None:
    assert completed(words, ["PERU"], [], [block]) == (title or words)


def test_a_yearly_report_has_the_name_of_a_body_above_if_there_is_one() -> None:
    assert with_body("Port Council", "Annual Report 2021") == "Port Council – Annual Report 2021"
    assert with_body("", "Annual Report 2021") == "Annual Report 2021"
    assert with_body("Port Council", "Report on homes") == "Report on homes"


EXPERTS = "ABCD\nGroup of Experts on Work at Sea\n\n"


def test_when_a_page_was_updated_is_its_date_where_it_has_no_other() -> None:
    updated = "Last updated: 9 May 2031 - Imprint\n"
    front = f"Texts\tP9\nFriday, 3 May 2031 - Lima\tDraft edition\n\n{updated}"
    assert first_page(front).date == "2031-05-03"
    assert first_page(f"Report on work\n\n{updated}").date == "2031-05-09"


@pytest.mark.parametrize(
    ("front", "title"),
    [
        (
            "ABCD\nGroup of Experts on Work at Sea\n\nEvaluation report\nTOGO",
            "Evaluation report TOGO",
        ),
        ("ABCD\nGroup of Experts on Work at Sea\n\nWages at sea", "Wages at sea"),
        ("European Parliament\n\nP9_TA(2031)0312\n\nWages at sea", "Wages at sea"),
        ("Joint Inspection Unit\nJIU/REP/2031/9\n\nReview of wages", "Review of wages"),
        ("Unedited version\nReview of wages", "Review of wages"),
        ("HUMAN RIGHTS COUNCIL Eighth session Agenda item 6\n\nReview of wages", "Review of wages"),
    ],
)
def test_a_kind_of_report_with_the_state_below_is_the_title(front: str, title: str) -> None:
    assert first_page(f"{front}\n\nThe first sentence of it says little.\n").title == title


def test_a_note_of_the_front_parts_no_country_from_the_title_above_it() -> None:
    front = (
        "Report of the Working Group on the Universal Periodic Review*\n\n* The annex to the"
        " present report is circulated as received.\n\nTogo\nContents\n"
    )
    title = "Report of the Working Group on the Universal Periodic Review – Togo"
    assert first_page(front).title == title
