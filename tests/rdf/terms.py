"""Terms and triples of all kinds that can be published, for properties of what is written."""

from __future__ import annotations

from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Triple

from gcm_kg.rdf.namespaces import BASE, DCTERMS, GCM, PREFIXES, RDF, SKOS, XSD

ENDS = """
    a a:b a/b:c //x /x ?q #f #f/../g . .. ./a ../a a/../b a/./b a/.. a/. a//b a/ .a a.b ..a
    @id @type @x _ _:b -a 1 %20 ü a;b a(b) a'b a,b a!b~c a&b=c a+b a*b $a Part cites id type
    parts gcm:cites doc/!main~sec_I__item_1 x.txt#char=1,2
""".split()
"""Ends of IRIs below a namespace, most of which read otherwise as a relative or prefixed IRI."""
ALIEN = (
    "urn:x:ü",
    "a:b",
    "a:",
    "http://example.org",
    "http://example.org/?a=b#c",
    "gcm://x",
    "x+y:z",
)
COERCED = (
    *(
        GCM + name
        for name in ("cites", "ordinal", "reviewed", "adoptedOn", "cue", "text", "ontology")
    ),
    *(SKOS + "prefLabel", DCTERMS + "license", RDF + "type", RDF + "first"),
)
"""Predicates of which the context says how their values are to be read, and others."""


def valid(text: str) -> bool:
    """Whether a text is an IRI."""
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


TEXTS_OF_IRIS = st.one_of(
    st.sampled_from([*ALIEN, *COERCED, BASE, GCM, BASE[:-1], "https://w3id.org/", RDF + "nil"]),
    st.builds(
        str.__add__, st.sampled_from([BASE, BASE, *PREFIXES.values()]), st.sampled_from(ENDS)
    ),
    st.text("abz09:/?#.@!~_-,=&%;", max_size=8).map(lambda end: BASE + end.replace("%", "%41")),
)
IRIS = TEXTS_OF_IRIS.filter(valid).map(NamedNode)
PREDICATES = st.one_of(st.sampled_from(COERCED).map(NamedNode), IRIS)
TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.sampled_from(
        "1 0 -0 007 +1 -5 1.0 1e3 ² ٣ --5 true false TRUE 2017-10-05 2017-10 @id <a> _:b".split()
    ),
    st.sampled_from(
        ["", " 1", "1\n", "9" * 15, "9" * 16, "9" * 40, '" <urn:a> .\n', "\\", "\r\t\x0b"]
    ),
)
DATATYPES = st.sampled_from(
    [*(XSD + n for n in "string integer boolean date decimal double anyURI".split()), RDF + "JSON"]
).map(NamedNode)
LITERALS = st.one_of(
    TEXT.map(Literal),
    st.builds(
        lambda text, tag: Literal(text, language=tag), TEXT, st.sampled_from(["en", "en-GB", "fr"])
    ),
    st.builds(lambda text, kind: Literal(text, datatype=kind), TEXT, DATATYPES),
)
TRIPLES = st.builds(Triple, IRIS, PREDICATES, st.one_of(IRIS, LITERALS))
GRAPHS = [NamedNode(BASE + name) for name in ("graph/a", "graph/b:c")]
QUADS = st.builds(
    lambda triple, graph: Quad(triple.subject, triple.predicate, triple.object, graph),
    TRIPLES,
    st.sampled_from(GRAPHS),
)
