"""What RDF 1.1 has not, and values that datatypes have not, in graphs of others."""

from __future__ import annotations

import logging
import warnings

import pytest
from pyoxigraph import BaseDirection, Literal, NamedNode, Quad, Triple

from gcm_kg.errors import InputError
from gcm_kg.project import this_project
from gcm_kg.querying.export import exported
from gcm_kg.querying.results import graph_text
from gcm_kg.rdf.interop import to_rdflib
from gcm_kg.rdf.namespaces import XSD
from gcm_kg.store.graph import in_memory
from gcm_kg.validation.check import check

A, P = NamedNode("http://e/a"), NamedNode("http://e/p")
TERMS = [
    Triple(A, P, Literal("x", language="en")),
    Triple(A, P, Triple(A, P, A)),
    Literal("x", language="ar", direction=BaseDirection.RTL),
]


@pytest.mark.parametrize("term", TERMS, ids=str)
@pytest.mark.parametrize("form", ["turtle", "trig", "ntriples", "nquads", "rdfxml", "jsonld"])
def test_what_rdf_1_2_has_is_written_or_refused_in_one_line(term: Literal, form: str) -> None:
    text = None
    try:
        text = "".join(exported(in_memory([Quad(A, P, term)]), form, project=this_project()))
        assert "x" in text or "e/a" in text
        assert graph_text([Triple(A, P, term)], form)
    except InputError as error:
        assert form == "jsonld" and "\n" not in str(error)


@pytest.mark.parametrize(
    ("value", "kind"),
    [("0000-00-00", "date"), ("99999-01-01", "date"), ("", "integer"), ("yes", "boolean"),
     ("25:00:00", "time"), ("P", "duration"), ("zz", "hexBinary"), ("1", "gYear"),
     ("2020-13-01T00:00:00", "dateTime"), ("x", "decimal"), ("=", "base64Binary")],
)  # fmt: skip
def test_a_value_that_its_datatype_has_not_prints_nothing(
    value: str, kind: str, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    quad = Quad(A, P, Literal(value, datatype=NamedNode(XSD + kind)))
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        check(this_project(), [quad], shapes=(this_project().link_shapes,))
        assert len(to_rdflib([quad])) == 1
    assert not [w for w in warned if "rdflib" in w.filename]
    assert not caplog.records and "Traceback" not in "".join(capfd.readouterr())
    assert logging.getLogger("rdflib.term").level == logging.NOTSET
