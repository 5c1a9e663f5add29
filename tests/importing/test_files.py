"""Files of all kinds become text; what cannot be read is refused in one line."""

from __future__ import annotations

import gzip
from pathlib import Path

import openpyxl
import pytest
from importing.office import docx, p, pdf, tc, zipped

from gcm_kg.errors import InputError
from gcm_kg.importing import media
from gcm_kg.importing.addition import Importer
from gcm_kg.importing.conversion import converted
from gcm_kg.importing.converted import Converted
from gcm_kg.importing.first_page import first_page, language_of
from gcm_kg.model.document import Document
from gcm_kg.project import this_project

HERE = Path("file")
BODY = [(70, 60 + 14 * at, 11, f"Line {at} of the report speaks of judges") for at in range(20)]


def taken(data: bytes) -> Converted:
    return converted(data, HERE)


def only(path: Path) -> Document:
    importer = Importer(this_project())
    (addition,) = importer.additions(path)
    return importer.read(addition).document


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        taken(data)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_each_word_of_a_pdf_has_its_page_and_rectangle() -> None:
    found = taken(pdf([BODY, [(70, 60, 11, "The second page asks to train judges.")]]))
    assert found.media_type == media.PDF
    assert all(
        found.text[x.start : x.end].strip() == found.text[x.start : x.end] for x in found.places
    )
    start = found.text.index("second")
    (place,) = (x for x in found.places if x.start == start)
    assert place.fragment.startswith("page=2&viewrect=")
    left, top, width, height = map(float, place.fragment.partition("viewrect=")[2].split(","))
    assert 80 < left < 110 and 45 < top < 60 and 20 < width < 60 and 8 < height < 20


def test_columns_of_a_pdf_are_read_one_after_the_other() -> None:
    one = [(50, 60 + 14 * at, 11, f"left {at} words of column") for at in range(12)]
    two = [(330, 60 + 14 * at, 11, f"right {at} words of column") for at in range(12)]
    text = taken(pdf([[*one, *two]])).text
    assert text.index("left 11") < text.index("right 0")


def test_what_stands_on_every_page_is_no_text() -> None:
    pages = [[(70, 30, 9, f"X/12/{7}"), *BODY, (300, 780, 9, str(at))] for at in range(1, 5)]
    found = taken(pdf(pages))
    assert "X/12/7" not in found.text
    assert "X/12/7" in found.running


def test_paragraphs_of_a_pdf_are_told_by_the_space_between_them() -> None:
    lines = [
        (70, 60 + 14 * at + (20 if at > 5 else 0), 11, f"words {at} go on") for at in range(12)
    ]
    text = taken(pdf([lines])).text
    assert "words 5 go on\n\nwords 6" in text
    assert "words 4 go on\nwords 5" in text


def test_paragraphs_of_one_line_each_are_told_by_the_blank_lines_between_them() -> None:
    tops = [60, 88, 116, 144, 158, 186, 214, 242, 256]
    text = taken(pdf([[(70, top, 11, f"words at {top} go on") for top in tops]])).text
    assert "words at 60 go on\n\nwords at 88" in text
    assert "words at 144 go on\nwords at 158" in text


def test_a_title_whose_words_run_above_the_other_pages_stays() -> None:
    pages = [[(70, 35, size, "Homes in ports"), *BODY] for size in (18, 9, 9)]
    assert taken(pdf(pages)).text.count("Homes in ports") == 1


def test_raised_digits_are_marks_of_notes() -> None:
    lines = [*BODY, (70, 400, 11, "treaties"), (113, 396, 6, "12"), (125, 400, 11, "and 20 laws")]
    assert "treaties¹² and 20 laws" in taken(pdf([lines])).text.replace("s ¹", "s¹")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "an empty file"),
        (b" \r\n\t ", "an empty file"),
        (pdf([[]]), "ocrmypdf"),
        (pdf([BODY])[:300], "a broken one"),
        (gzip.compress(b"words", mtime=0), "a gzip archive; unpack it"),
        (zipped({"a.txt": "words"}), "a zip archive; unpack it"),
        (docx(p("words"))[:-30], "a broken one"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 40, "an image (PNG)"),
        (b"{\\rtf1 words}", "save it as DOCX"),
        (b'[ {"Text": "Train the judges"}]', "save its records as CSV or XLSX"),
        (b'\xef\xbb\xbf{\n "records": []}', "save its records as CSV or XLSX"),
        (media.OLE + b"\0" * 600, "an older Word"),
        (media.OLE + "EncryptedPackage".encode("utf-16-le"), "an encrypted file"),
        (b"<html><script>var a</script><body></body></html>", "none that are shown"),
        (zipped({"word/document.xml": "<!DOCTYPE a><a/>"}), "a document type"),
    ],
    ids=range(15),
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_what_to_do(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_a_file_that_unpacks_to_hundreds_of_times_its_size_is_refused_unread() -> None:
    said = refusal(docx(p("words ") * 200_000))
    assert "100 times larger unpacked" in said and said.startswith("file: ")


def test_a_document_of_more_paragraphs_or_tables_than_any_has_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gcm_kg.importing.docx.MOST", {"p": 30, "tbl": 2})
    assert "at most 30 paragraphs, found 31" in refusal(docx(p("words") * 31))
    table = f"<w:tbl><w:tr>{tc('words')}</w:tr></w:tbl>"
    assert "at most 2 tables, found 3" in refusal(docx(table * 3))
    monkeypatch.setattr("gcm_kg.importing.docx.MOST_IN_TABLES", 30)
    rows = "<w:tr>" + tc("words") + "</w:tr>"
    assert "at most 30 paragraphs in tables, found 31" in refusal(
        docx(f"<w:tbl>{rows * 31}</w:tbl>")
    )


def test_a_zip_that_grows_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gcm_kg.importing.packed.MOST_BYTES", 1000)
    assert "bytes unpacked" in refusal(docx(p("words " * 400)))


def test_a_docx_is_read_as_it_is_after_its_changes() -> None:
    body = (
        p("Results", '<w:pStyle w:val="H1"/>')
        + "<w:p><w:r><w:t>Train </w:t></w:r><w:del><w:r><w:delText>no </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>all judges</w:t></w:r></w:ins>"
        '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t>'
        "</w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    styles = '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    notes = f'<w:footnote w:id="2">{p("See above.")}</w:footnote>'
    text = taken(docx(body, styles=styles, footnotes=notes)).text
    assert text.startswith("# Results\n\nTrain all judges²\n\n____")
    assert text.endswith("² See above.\n")
    assert not any(word in text for word in ("no ", "secret", "PAGE"))


def test_numbers_that_a_docx_counts_stand_in_the_text() -> None:
    level = (
        '<w:lvl w:ilvl="{0}"><w:start w:val="{1}"/><w:numFmt w:val="{2}"/><w:lvlText w:val="{3}"/>'
        "</w:lvl>"
    )
    levels = level.format(0, 12, "decimal", "%1.") + level.format(1, 1, "lowerLetter", "(%2)")
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    number = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr>'
    body = "".join(p(f"item {n}", number.format(d)) for n, d in enumerate((0, 1, 1, 0, 1)))
    text = taken(docx(body, numbering=numbering)).text
    assert text.split("\n\n") == [
        "12. item 0",
        "(a) item 1",
        "(b) item 2",
        "13. item 3",
        "(a) item 4\n",
    ]


def test_a_table_of_a_docx_is_one_with_its_groups(tmp_path: Path) -> None:
    span = '<w:gridSpan w:val="2"/>'
    rows = [
        tc("Recommendation") + tc("Position"),
        tc("Theme: courts", span),
        tc("4.1 Train all the judges (Highland)") + tc("Supported"),
        tc("4.2 Train all the officers (Island)") + tc("Noted"),
    ]
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    path = tmp_path / "t"
    path.write_bytes(docx(body))
    document = only(path)
    assert [part.identifier for part in document.recommendations()] == ["4.1", "4.2"]
    assert {part.parent for part in document.recommendations()} == {"table.g1"}
    assert document.reassembled() == document.text


def test_html_is_read_as_it_is_shown() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>No</title><style>p {}</style></head><body>"
        "<nav>Menu</nav>"
        "<h1>Results</h1><p>Train <b>all</b> judges &amp; police</p><ul><li>First<li>Second</ul>"
        '<ol start="4"><li>Fourth</li></ol><p hidden>secret</p><script>x()</script></body></html>'
    )
    blocks = taken(page.encode()).text.split("\n\n")
    assert blocks == [
        "# Results", "Train all judges & police", "• First", "• Second", "4. Fourth\n"
    ]  # fmt: skip


MARKED = """---
title: "On **work**"
---
On work at sea
==============

> *Held in a hall*, see [the programme](https://x.org/a_b(c)) ![logo](l.png).

## I. Opening {#opening}

1\\. It was *opened* by __Ms. Roe__ of the [Office][1] at 4&nbsp;p.m.[^1] for snake_case, 2 \\* 3.

**Results**

The meeting recommended that States:

- **Train** the judges and
  [the police
  of the coast](https://x.org "x"), with
  others;
* _End_ the ***detention*** of children. **And **soon.

| No. | State |
|----:|:-----:|
| 1 | **Kenya** \\| Togo |

[1]: https://x.org
[^1]: A `late` hour<sup>2</sup>.<br>Very late.
"""


def test_marks_of_markdown_are_no_words() -> None:
    found = converted(MARKED.encode(), Path("a.md"))
    assert found.text.split("\n\n") == [
        "# On work at sea",
        "Held in a hall, see the programme .",
        "## I. Opening",
        "1. It was opened by Ms. Roe of the Office at 4\xa0p.m.¹ for snake_case, 2 * 3.",
        "**Results**",
        "The meeting recommended that States:",
        "- Train the judges and the police of the coast, with others;\n"
        "- End the detention of children. And soon.",
        "No.\tState",
        "1\tKenya | Togo",
        "\n¹  A late hour².\nVery late.\n",
    ]
    assert found.title == "On work"


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_recommendations_of_markdown_are_quoted_without_marks(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text(MARKED)
    document = only(path)
    assert [document.text_of(part) for part in document.recommendations()] == [
        "Train the judges and the police of the coast, with others;",
        "End the detention of children. And soon.",
    ]


@pytest.mark.parametrize(
    "text",
    ["Lowland*\n\n* The annex is not edited.\n", "GE.14-1 *1406738* and *7*\n\n2 ** 3 ** 4\n"],
)
def test_stars_of_other_texts_stay(text: str) -> None:
    assert taken(text.encode()).text == text


PAGE = """<!DOCTYPE html><html><head><title>Results | Site</title></head><body><form><header>
<p>Logo</p><h1>Results of the forum</h1></header><p>It was held in a hall.<sup>[1]</sup></p>
<h2>To States</h2><ul><li>Train:<ul><li>judges<li>police</ul><li>Pay</ul>
<ol type="a"><li>One</li><li value="3">Three</li></ol><p>1. First<br>2. Second, which<br>goes on<br>
<br>Then &nbsp;more</p>
<table><tr><th>Goal<th>Year<tr><td><p>Less</p><td>2030</table></form></body>"""


def test_lists_tables_and_breaks_of_html_stay_what_they_are() -> None:
    found = taken(PAGE.encode())
    assert found.text.split("\n\n") == [
        "# Results of the forum", "It was held in a hall.¹", "## To States", "• Train:",
        "◦ judges", "◦ police", "• Pay", "(a) One", "(c) Three",
        "1. First\n2. Second, which goes on", "Then more", "Goal\tYear", "Less\t2030\n",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (PAGE, "Results of the forum"),
        ("<title>On work | Site</title><p>It was a long day.", "On work"),
        ("<title>Home</title><h3>First</h3><h2>All of it</h2><p>It was long.", "All of it"),
        ("<title>Home</title><p>Menu</p><p>Report of the day</p>", "Report of the day"),
    ],
)  # fmt: skip
def test_the_title_of_a_page_is_its_heading_or_that_of_its_window(
    tmp_path: Path, page: str, title: str
) -> None:
    path = tmp_path / "page"
    path.write_text(page if page == PAGE else f"<html><body>{page}</body></html>")
    (addition,) = Importer(this_project()).additions(path)
    assert addition.page.title == title


def test_a_table_in_a_cell_is_a_table_of_its_own_and_none_of_the_cell() -> None:
    inner = "<table><tr><td>Port</td><td>Lima</td></tr></table>"
    rows = f"<tr><th>Asks</th></tr><tr><td>Train all{inner}</td></tr>"
    around = f"<html><table><tr><td>Home</td></tr><tr><td><table>{rows}</table></td></tr></table>"
    grids = taken(around.encode()).grids
    cells = [[(cell.row, cell.words) for cell in grid.cells] for grid in grids]
    assert cells == [[(1, "Home")], [(1, "Asks"), (2, "Train all")], [(1, "Port"), (1, "Lima")]]


def test_html_that_is_nested_deep_is_read() -> None:
    assert taken(("<html>" + "<div>" * 5000 + "<p>words").encode()).text == "words\n"


@pytest.mark.parametrize(("name", "times"), [("div", 6_000), ("TABLE", 60)])
def test_html_that_is_nested_without_end_is_refused(name: str, times: int) -> None:
    assert f"<{name.lower()}> in each other" in refusal(f"<html>{f'<{name}>' * times}w".encode())
    one_after_the_other = f"<{name}></{name}>" * times
    assert taken(f"<html>{one_after_the_other}<p>words".encode()).text == "words\n"


def test_a_sheet_with_a_head_of_two_rows_and_merged_cells(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["B1"], sheet["D1"] = "State under review", "Recommendation", "Response"
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:C1")
    sheet["B2"], sheet["C2"] = "Text", "Recommending States"
    sheet["A3"] = "Lowland"
    sheet.merge_cells("A3:A4")
    for row, words in ((3, "Train all the judges there are"), (4, "Train all the officers, too")):
        sheet[f"B{row}"], sheet[f"C{row}"], sheet[f"D{row}"] = words, "Highland", "Noted"
    path = tmp_path / "t.xlsx"
    book.save(path)
    document = only(path)
    for part in document.recommendations():
        told = {a.relation: document.text[a.start : a.end] for a in part.attributes}
        assert told["addressedTo"] == "Lowland"
        assert told["recommendedBy"] == "Highland"
    assert len(list(document.recommendations())) == 2
    assert document.reassembled() == document.text


def test_the_first_page_says_symbol_date_title_and_language() -> None:
    page = first_page(
        "United Nations\nX/HRC/99/7\nGeneral Assembly\nDistr.: General\n4 May 2031\n\n"
        "Original: English\n\nNinety-ninth session\nAgenda item 6\n\n"
        "Report of the Working Group on everything\n\nLowland\n\n"
        "The Working Group met from 2 March 2031 and asked that all of the judges be trained."
    )
    assert (page.symbol, page.date) == ("X/HRC/99/7", "2031-05-04")
    assert page.title == "Report of the Working Group on everything – Lowland"
    assert page.language == "en"


SYMBOLS = (
    "CEDAW/C/XYZ/CO/8-9", "A/HRC/DEC/99/115", "A/HRC/RES/S-21/1", "E/C.12/XYZ/CO/5/Rev.1",
    "CRC/C/OPSC/XYZ/CO/1", "CCPR/C/79/Add.109", "E/2031/43-E/CN.15/2031/10", "LC/L.4388",
    "S/RES/9388 (2031)", "HRI/GEN/1/Rev.9",
)  # fmt: skip


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_a_symbol_of_any_shape_is_found_whole(symbol: str) -> None:
    page = first_page(f"UN/WHO\nUnited Nations {symbol}\nDistr.: General\n\nReport on all\n")
    assert page.symbol == symbol


@pytest.mark.parametrize(
    "words",
    [
        "The Committee considered the report of Lowland, CAT/C/XYZ/2, at its second meeting.",
        "HIV/AIDS and Member States/Governments", "Decision VI/12 of the meeting", "24/7 on A/B 2",
    ],
)  # fmt: skip
def test_what_is_cited_or_no_symbol_is_not_that_of_the_document(words: str) -> None:
    assert first_page(f"{words}\n").symbol == ""


def test_a_symbol_above_every_page_of_a_text_is_its_own() -> None:
    pages = [f"The meeting spoke of judges at length.\n\n{at}\n\nX/HRC/99/7\n" for at in (1, 2)]
    assert first_page("Lowland\n" * 600 + "\n".join(pages)).symbol == "X/HRC/99/7"


def test_a_text_without_a_title_has_none() -> None:
    words = "We, the ministers of the lands around the sea, met to speak of those who cross it. "
    assert first_page(f"{words * 3}\n\nThe ports of the coast\n\nThey are open.\n").title == ""


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (["Committee on the Rights of All", "Remarks on a report"], "Remarks on a report"),
        (["Report of the panel on work", "Lowland"], "Report of the panel on work – Lowland"),
        (["Report of the panel on work", "Executive summary"], "Report of the panel on work"),
        (["Universal periodic review\nReport of the panel on\nUniversal Periodic Review"],
         "Report of the panel on Universal Periodic Review"),
    ],
    ids=range(4),
)  # fmt: skip
def test_a_title_has_no_words_of_the_text_below_or_of_the_body_above(
    head: list[str], title: str
) -> None:
    text = "\n\n".join((*head, "1. The panel met in the capital for two days."))
    assert first_page(f"{text}\n").title == title


def test_languages_are_told_apart() -> None:
    assert language_of("Les juges sont formés dans la ville et pour les enfants") == "fr"
    assert language_of("Audits as at 3 May\nRotate staff") == "en"
    assert language_of("Los jueces se forman en la ciudad y para los niños") == "es"


def test_the_levels_of_headings_of_a_docx_are_kept() -> None:
    styles = "".join(
        f'<w:style w:styleId="H{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2)
    )
    body = p("Asks", '<w:pStyle w:val="H1"/>') + p("To States", '<w:pStyle w:val="H2"/>')
    assert taken(docx(body, styles=styles)).text == "# Asks\n\n## To States\n"


@pytest.mark.parametrize(
    "notes",
    [
        '<section class="footnotes"><ol><li>States should go.</li></ol></section>',
        "<div id=ftn1><p class=MsoFootnoteText><a>[1]</a> States should go.</p></div>",
        '<section role="doc-endnotes"><p>1. States should go.</p></section>',
    ],
)
def test_the_footnotes_of_a_page_have_raised_numbers(notes: str) -> None:
    page = f"<html><body><h1>Talks</h1><ul><li>Train<sup>1</sup></li></ul><hr>{notes}</body></html>"
    assert taken(page.encode()).text == "# Talks\n\n• Train¹\n\n¹ States should go.\n"


def test_a_footnote_without_a_number_has_a_sign_of_notes() -> None:
    notes = '<aside role="doc-footnote"><p>States should go.</p><p>* So should all.</p></aside>'
    page = f"<html><body><h1>Talks</h1><p>It met.</p>{notes}<p>It closed.</p></body></html>"
    assert taken(page.encode()).text == (
        "# Talks\n\nIt met.\n\n† States should go.\n\n* So should all.\n\nIt closed.\n"
    )


def test_numbers_in_small_print_at_the_foot_of_a_page_are_those_of_notes() -> None:
    small = [(70, 700, 8, "1 States should see it."), (70, 712, 8, "2 So should others.")]
    edge = (70, 760, 8, "14 GE.31-12345")
    text = taken(pdf([[*BODY, (70, 360, 11, "3 judges came."), *small, edge]])).text
    assert "3 judges" in text and "14 GE.31-12345" in text
    assert "¹ States should see it." in text and "² So should others." in text


def test_boxes_and_signs_of_fonts_in_a_docx_are_read() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('In')}{p('a box')}</w:txbxContent></w:pict></w:r>"
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> Train</w:t></w:r>'
    text = taken(docx(f"<w:p><w:r><w:t>Before</w:t></w:r>{box}</w:p><w:p>{sign}</w:p>")).text
    assert text == "Before\n\nIn\n\na box\n\n\uf0fc Train\n"


def test_that_only_english_is_recognised_is_said_of_a_text_in_another_language(
    tmp_path: Path,
) -> None:
    path = tmp_path / "rapport.txt"
    path.write_text(
        "Rapport de la réunion\n\nLes experts des pays ont parlé dans la ville.\n", "utf-8"
    )
    (addition,) = Importer(this_project()).additions(path)
    (note,) = addition.notes
    assert note.startswith("it is in French, and the rules read English alone")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Los Estados deben proteger a las personas que viven en el país", "es"),
        ("Os Estados devem proteger as pessoas que vivem com os seus filhos", "pt"),
        ("Die Staaten sollen die Rechte von allen und auf Arbeit achten", "de"),
        ("Gli Stati devono proteggere i diritti delle persone che sono nel paese", "it"),
        ("De staten moeten de rechten van het kind en van allen beschermen", "nl"),
        ("States have to protect the rights of all in the land", "en"),
        ("Государства должны защищать права всех", "ru"),
    ],
)
def test_the_language_of_a_text_is_told_by_its_smallest_words(words: str, language: str) -> None:
    assert language_of(words) == language


def test_a_piece_of_a_page_that_begins_with_a_table_is_html(tmp_path: Path) -> None:
    path = tmp_path / "t.html"
    rows = "<tr><td>Train all the judges of the courts</td><td>Peru</td></tr>"
    path.write_text(f"<table><tr><th>Recommendation</th><th>State</th></tr>{rows}</table>")
    (part,) = only(path).recommendations()
    assert part.attributes


@pytest.mark.parametrize(
    ("day", "path"),
    [
        ("3 May 2019", "akn/un/doc/2019-05-03/report/eng"),
        ("May 2019", "akn/un/doc/2019/report/eng"),
        ("", "akn/un/doc/report/eng"),
    ],
)
def test_an_address_has_the_day_or_the_year_of_a_document(
    tmp_path: Path, day: str, path: str
) -> None:
    """Akoma Ntoso Naming Convention 1.0, section 4.4."""
    file = tmp_path / "report.txt"
    file.write_text(
        f"Report of the dockers\n{day}\n\nRecommendations\n\n1. Train dockers.\n", "utf-8"
    )
    (addition,) = Importer(this_project()).additions(file)
    assert addition.path == path


@pytest.mark.parametrize("day", ["2019", "2019-13", "2019-02-30", "3 May 2019", "junk"])
def test_what_is_no_day_or_month_is_refused_before_anything_is_read(day: str) -> None:
    with pytest.raises(InputError, match=f"^--date: expected a day .* found “{day}”"):
        Importer(this_project(), {"date": day})


@pytest.mark.parametrize("day", ["2019-05-03", "2019-05", ""])
def test_a_day_or_a_month_or_none_may_be_given(day: str) -> None:
    assert Importer(this_project(), {"date": day})
