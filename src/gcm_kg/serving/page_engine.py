"""Puts the engine and the graph beside a site, so that a page answers queries without a server.

A page that is opened from a disk may load scripts, and nothing else: so the engine (Oxigraph in
WebAssembly, which a step of the build fetches), its code and the quads are scripts, packed.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from gcm_kg.errors import InputError
from gcm_kg.querying.questions import Question
from gcm_kg.rdf.namespaces import WRITTEN
from gcm_kg.rdf.sparql import declared
from gcm_kg.serving.served import Served

VENDOR = Path(__file__).parent / "static" / "vendor"
CODE, BINARY = VENDOR / "web.js", VENDOR / "web_bg.wasm"
# Is “export class Store {”, not “exported”.
EXPORT = re.compile(r"^export (?=class|function)", re.MULTILINE)
LAST_EXPORT = re.compile(r"^export \{[^}]*\};?\s*$", re.MULTILINE)


def available() -> bool:
    """Whether the engine is there."""
    return CODE.is_file() and BINARY.is_file()


def write_engine(served: Served, folder: Path) -> None:
    """Writes the scripts of the engine, of the graph and of the questions into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    code = LAST_EXPORT.sub("", EXPORT.sub("", CODE.read_text("utf-8")))
    code = code.replace("import.meta.url", '""')
    wrapped = f"(function () {{\n{code}\nwindow.gcmKgEngine = {{ initSync, Store }};\n}})();\n"
    quads = serialize(served.graph.quads(), format=RdfFormat.N_QUADS) or b""
    scripts = {
        "engine.js": wrapped,
        "engine-binary.js": f'window.gcmKgBinary = "{_packed(BINARY.read_bytes())}";\n',
        "quads.js": f'window.gcmKgQuads = "{_packed(quads)}";\n',
        "questions.js": f"window.gcmKgQuestions = {_questions(served)};\n",
    }
    for name, text in scripts.items():
        (folder / name).write_text(text, "utf-8")


def _packed(content: bytes) -> str:
    return base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()


def _questions(served: Served) -> str:
    """The questions with the queries that they ask if nobody says more, and the prefixes."""
    listed = [[q.summary, _asked(served, q)] for q in served.kg.questions.values()]
    known = [pair for pair in listed if pair[1]]
    return json.dumps({"questions": known, "prefixes": WRITTEN}, ensure_ascii=False)


def _asked(served: Served, question: Question) -> str:
    """The query of a question; empty where a default names nothing in this graph."""
    try:
        return declared(served.kg.prepared(question.name), WRITTEN)
    except InputError:
        return ""
