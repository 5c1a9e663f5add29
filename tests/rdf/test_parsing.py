"""RDF files as others leave them: their own addresses, marks, encodings, entities and mistakes."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from gcm_kg.errors import InputError
from gcm_kg.rdf import parsing
from gcm_kg.rdf.left_out import LeftOut
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.rdf.parsing import files_of, parse_file

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
FORMATS = {
    "ttl": '<{0}a> <http://e/p> "x"@en .',
    "trig": '<{0}a> <http://e/p> "x"@en .',
    "nt": '<http://e/a> <http://e/p> "x"@en .\n',
    "nq": '<http://e/a> <http://e/p> "x"@en <http://e/g> .\n',
    "jsonld": '{{"@id": "{0}a", "http://e/p": {{"@value": "x", "@language": "en"}}}}',
    "rdf": f'<r:RDF xmlns:r="{RDF}" xmlns:e="http://e/"><r:Description r:about="{{0}}a">'
    '<e:p xml:lang="en">x</e:p></r:Description></r:RDF>',
}


def text_of(ending: str, base: str = "http://e/") -> str:
    return FORMATS[ending].format(base)


def read(path: Path, content: str | bytes, left_out: LeftOut | None = None) -> list[Quad]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(parse_file(path, left_out=left_out))


def literals(quads: list[Quad]) -> set[tuple[str, str | None]]:
    return {(q.object.value, q.object.language) for q in quads if isinstance(q.object, Literal)}


def rdf_xml(prologue: str, body: str, attributes: str = "") -> str:
    return (
        f'{prologue}<r:RDF xmlns:r="{RDF}" xmlns:e="http://e/" {attributes}>'
        f'<r:Description r:about="http://e/a">{body}</r:Description></r:RDF>'
    )


@pytest.mark.parametrize("ending", ["ttl", "trig", "jsonld", "rdf"])
@pytest.mark.parametrize("base", ["", "theme/", "#", "/", "../"])
def test_a_relative_iri_never_becomes_one_of_ours(tmp_path: Path, ending: str, base: str) -> None:
    (quad,) = read(tmp_path / f"their file.{ending}", text_of(ending, base))
    assert not quad.subject.value.startswith(BASE)  # type: ignore[union-attr]
    assert quad.subject.value.startswith("file:///")  # type: ignore[union-attr]
    assert str(tmp_path) not in str(quad.subject)


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("packed", [False, True])
def test_a_byte_order_mark_is_no_part_of_the_text(
    tmp_path: Path, ending: str, packed: bool
) -> None:
    content = b"\xef\xbb\xbf" + text_of(ending).encode()
    path = tmp_path / (f"x.{ending}.gz" if packed else f"x.{ending}")
    assert literals(read(path, gzip.compress(content) if packed else content)) == {("x", "en")}


@pytest.mark.parametrize(
    "encoding",
    ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "iso-8859-1", "windows-1252"],
)
@pytest.mark.parametrize("declared", [True, False])
def test_xml_is_read_in_the_encoding_that_it_says_or_begins_with(
    tmp_path: Path, encoding: str, declared: bool
) -> None:
    if not declared and encoding in ("iso-8859-1", "windows-1252"):
        return  # nothing tells them then
    said = {"utf-8-sig": "UTF-8"}.get(encoding, encoding.upper())
    head = f'<?xml version="1.0" encoding="{said}"?>\n' if declared else ""
    content = rdf_xml(head, "<e:p>Türkiye</e:p>").encode(encoding)
    assert literals(read(tmp_path / "x.rdf", content)) == {("Türkiye", None)}


def test_eight_bits_that_say_to_be_sixteen_are_read_as_what_they_are(tmp_path: Path) -> None:
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    assert read(tmp_path / "x.rdf", rdf_xml(head, "<e:p>é</e:p>"))


def test_a_large_file_of_two_byte_characters_is_read_across_its_pieces(tmp_path: Path) -> None:
    body = "".join(f"<e:p>{i} é</e:p>" for i in range(60_000))
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    assert len(read(tmp_path / "x.rdf", rdf_xml(head, body).encode("utf-16"))) == 60_000


@pytest.mark.parametrize("said", ["klingon", "idna", "utf-7", "base64"])
def test_what_is_no_encoding_of_xml_is_refused(tmp_path: Path, said: str) -> None:
    with pytest.raises(InputError, match="UTF-8, UTF-16"):
        read(tmp_path / "x.rdf", rdf_xml(f'<?xml version="1.0" encoding="{said}"?>', ""))


@pytest.mark.parametrize(
    "kind",
    [
        '<!DOCTYPE r:RDF [<!ENTITY a "http://e/">]>',
        "<!DOCTYPE r:RDF [\n <!ENTITY a 'http://e/' >\n <!-- > ]> -->\n <?x ]> ?>\n]\n>",
        '<!DOCTYPE r:RDF SYSTEM "none.dtd" [<!ENTITY a "http://e/">]>',
        '<!DOCTYPE r:RDF PUBLIC "-//X//" "http://e/none.dtd" [<!ENTITY a "http://e/">]>',
        '<!DOCTYPE r:RDF [<!ENTITY b "http:"><!ENTITY a "&b;//e/">]>',
        '<!DOCTYPE r:RDF [<!ELEMENT x ANY><!ENTITY a "http&#58;&#x2F;/e/">'
        '<!ENTITY lt "&#38;#60;">]>',
    ],
)
def test_plain_entities_of_a_document_type_are_read(tmp_path: Path, kind: str) -> None:
    found = read(tmp_path / "x.rdf", rdf_xml(kind, '<e:p r:resource="&a;b"/><e:q>1 &lt; &a;</e:q>'))
    assert NamedNode("http://e/b") in {quad.object for quad in found}
    assert literals(found) == {("1 < http://e/", None)}


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "", "plain entities"),
        ('<!DOCTYPE x [<!ENTITY % a "b"> %a;]>', "", "plain entities"),
        ('<!DOCTYPE x [<!ATTLIST x xml:lang CDATA "en">]>', "", "plain entities"),
        ('<!DOCTYPE x [<!ENTITY a "b">', "", "document type"),
        (f'<!DOCTYPE x [<!ENTITY a "{"b" * 1_001}">]>', "", "at most 1,000 characters"),
        (" " * (1 << 20) + '<!DOCTYPE x [<!ENTITY a "b">]>', "", "an element within"),
        ("", '<!DOCTYPE x [<!ENTITY a "b">]>', "before the first element"),
        ("", " " * (1 << 20) + '<!doctype x [<!ENTITY a "b">]>', "before the first element"),
        ("<!DOCTYPE x><!DOCTYPE x>", "", "expected RDF/XML"),
        ("", "<e:p>&a;</e:p>", "unrecognized entity"),
        ('<!DOCTYPE x SYSTEM "y">', "<e:p>&a;</e:p>", "unrecognized entity"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_could_grow_or_lies_outside_is_refused(
    tmp_path: Path, kind: str, body: str, expected: str, encoding: str
) -> None:
    with pytest.raises(InputError, match=expected):
        read(tmp_path / "x.rdf", rdf_xml(kind, body).encode(encoding))


def test_entities_of_entities_do_not_grow(tmp_path: Path) -> None:
    kinds = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    kind = f'<!DOCTYPE x [<!ENTITY a0 "ha">{kinds}]>'
    with pytest.raises(InputError, match="at most 1,000 characters"):
        read(tmp_path / "x.rdf", rdf_xml(kind, "<e:p>&a9;</e:p>"))


def test_an_empty_tag_takes_the_language_away(tmp_path: Path) -> None:
    body = '<e:p xml:lang="">17</e:p><e:p>Wort</e:p><e:p xml:lang="">18<!-- --></e:p>'
    found = read(tmp_path / "x.rdf", rdf_xml("", body, 'xml:lang="de"'))
    assert literals(found) == {("17", None), ("18", None), ("Wort", "de")}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.nt", '<http://e/a> <http://e/p> "1" .\n<http://e/a b> <http://e/p> "2" .\n'
                 '<http://e/a> <http://e/p> "3"@a-verylongsubtag .\nwords\n'
                 '<http://e/a> <http://e/p> "4" .\n'),
        ("x.ttl", '<http://e/a> <http://e/p> "1" . <http://e/a b> <http://e/p> "2" .\n'
                  'u:x <http://e/p> "3" . words . <http://e/a> <http://e/p> "4" .'),
        ("x.nq", '<http://e/a> <http://e/p> "1" <http://e/g> .\n<e> <http://e/p> "2" .\n'
                 '<http://e/a> "p" "3" .\n. . .\n<http://e/a> <http://e/p> "4" .\n'),
    ],
)  # fmt: skip
def test_what_is_no_rdf_is_left_out_counted_and_named(
    tmp_path: Path, name: str, content: str
) -> None:
    left_out = LeftOut()
    found = read(tmp_path / name, content, left_out)
    assert literals(found) == {("1", None), ("4", None)}
    assert left_out.number == 3 and f"{name}:" in str(left_out)
    with pytest.raises(InputError):
        read(tmp_path / name, content)


@pytest.mark.parametrize("ending", ["rdf", "jsonld"])
def test_a_bad_term_is_left_out_where_the_parser_knows_no_lines(
    tmp_path: Path, ending: str
) -> None:
    content = {
        "rdf": rdf_xml(
            "", '<e:p>1</e:p><e:p r:resource="http://e/a b"/><e:p xml:lang="a_B">2</e:p>'
        ),
        "jsonld": '{"@id": "http://e/a", "http://e/p": ["1", {"@id": "http://e/a b"},'
        ' {"@value": "2", "@language": "a_B"}]}',
    }[ending]
    left_out = LeftOut()
    assert literals(read(tmp_path / f"x.{ending}", content, left_out)) == {("1", None)}
    assert left_out.number == 2


def test_a_file_in_which_nothing_is_rdf_is_refused_all_the_same(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x.nt:1: expected N-Triples"):
        read(tmp_path / "x.nt", "words\nand more\n", LeftOut())


def test_a_packed_file_does_not_unpack_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "DENSE", 1_000_000)
    bomb = gzip.compress(b'<http://e/a> <http://e/p> "' + b"a" * 5_000_000 + b'" .\n')
    with pytest.raises(InputError, match="when it is unpacked"):
        read(tmp_path / "x.nt.gz", bomb)


def test_a_folder_gives_its_packed_files_and_says_what_it_skips(tmp_path: Path) -> None:
    for name in ("a.nt.GZ", "b.TTL", "c.zip", "read.me", "._b.ttl"):
        (tmp_path / name).write_bytes(b"")
    skipped: list[Path] = []
    found = files_of(tmp_path, skipped)
    assert [path.name for path in found] == ["a.nt.GZ", "b.TTL"]
    assert [path.name for path in skipped] == ["c.zip", "read.me"]


def test_elements_do_not_lie_in_each_other_without_end(tmp_path: Path) -> None:
    body = "<e:p><e:A>" * 200_000
    with pytest.raises(InputError, match="at most 5,000 deep"):
        read(tmp_path / "x.rdf", rdf_xml("", body + "</e:A></e:p>" * 200_000))


def test_objects_and_attributes_have_their_measure(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="objects at most 5,000 deep"):
        read(tmp_path / "x.jsonld", b'{"urn:a":' * 200_000)
    many = b" ".join(b'e:a%d="1"' % number for number in range(300_000))
    with pytest.raises(InputError, match="50,000 attributes"):
        read(tmp_path / "x.rdf", rdf_xml("", f"<e:A {many.decode()}/>"))
